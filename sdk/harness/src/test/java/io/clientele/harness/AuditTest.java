package io.clientele.harness;

import io.clientele.access.Audit;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.access.internal.audit.ChainedAudit;
import io.clientele.access.internal.audit.ChainedRedaction;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The audit of the platform and the one that stands for it in tests do the same. */
class AuditTest {
    private record Chained(TestCore core, Audit audit, Redaction redaction) implements AuditContract.Subject {
        @Override
        public List<Change> changes() {
            return core.transactions().read(connection -> {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(
                                "select action, subject, subject_id, detail from access_audit order by id")) {
                    List<Change> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Change(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getString(4)));
                    }
                    return found;
                }
            });
        }
    }

    private record Remembered(InMemoryAudit audit) implements AuditContract.Subject {
        @Override
        public Redaction redaction() {
            return audit;
        }

        @Override
        public List<Change> changes() {
            return audit.changes();
        }
    }

    @Nested
    class OfThePlatform extends AuditContract {
        @Override
        Subject on(TestCore core) {
            core.migrate("io.clientele.access", ChainedAudit.class);
            Audit audit = new ChainedAudit(
                    core.transactions(), core.dialect(), core.callers(), core.ids(), Clock.systemUTC());
            return new Chained(core, audit, new ChainedRedaction(core.transactions()));
        }
    }

    @Nested
    class InMemory extends AuditContract {
        @Override
        Subject on(TestCore core) {
            return new Remembered(core.audit());
        }
    }
}
