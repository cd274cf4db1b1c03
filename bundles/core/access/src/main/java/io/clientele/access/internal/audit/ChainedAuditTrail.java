package io.clientele.access.internal.audit;

import io.clientele.access.AuditEntry;
import io.clientele.access.AuditTrail;
import io.clientele.access.Callers;
import io.clientele.access.ChainReport;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what {@link ChainedAudit} wrote. */
@Component
public final class ChainedAuditTrail implements AuditTrail {
    private static final String PERMISSION = "audit:audit";
    private final Transactions transactions;
    private final Callers callers;

    @Activate
    public ChainedAuditTrail(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema,
            @Reference Transactions transactions,
            @Reference Callers callers) {
        this(transactions, callers);
    }

    public ChainedAuditTrail(Transactions transactions, Callers callers) {
        this.transactions = transactions;
        this.callers = callers;
    }

    @Override
    public Page<AuditEntry> list(int limit, @Nullable String cursor) {
        callers.require(PERMISSION);
        List<AuditEntry> found = before(cursor == null ? Long.MAX_VALUE : id(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<AuditEntry> items = more ? found.subList(0, limit) : found;
        return new Page<>(items, more ? ShortId.format(items.get(limit - 1).id()) : null, null);
    }

    @Override
    public ChainReport verify() {
        callers.require(PERMISSION);
        return new ChainVerifier(transactions).verify();
    }

    private static long id(String cursor) {
        long id = ShortId.parse(cursor);
        if (id < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return id;
    }

    private List<AuditEntry> before(long id, int limit) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select " + StoredEntry.COLUMNS + " from access_audit where id < ? order by id desc limit ?")) {
                query.setLong(1, id);
                query.setInt(2, limit);
                try (ResultSet rows = query.executeQuery()) {
                    List<AuditEntry> entries = new ArrayList<>();
                    while (rows.next()) {
                        entries.add(StoredEntry.from(rows).entry());
                    }
                    return entries;
                }
            }
        });
    }
}
