package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.AuditEntry;
import io.clientele.access.AuditQuery;
import io.clientele.access.ChainReport;
import io.clientele.access.ChainReport.Kind;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.access.internal.audit.ChainedRedaction;
import io.clientele.testkit.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactionTest {
    private static final String PERSONAL = "{\"name\":\"王小明\"}";

    @ParameterizedTest
    @EnumSource
    void details_of_what_was_erased_are_gone_and_the_chains_are_whole(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            record(firm, "registry.CustomerAdded", 1);
            record(firm, "registry.CustomerAdded", 2);

            erase(firm, 1);

            assertThat(firm.asSystem(() -> firm.trail.list(AuditQuery.ALL, 10, null))
                            .items())
                    .extracting(AuditEntry::change)
                    .containsExactly(
                            new Change("registry.CustomerErased", "customer", 1, PERSONAL),
                            new Change("registry.CustomerAdded", "customer", 2, PERSONAL),
                            new Change("registry.CustomerAdded", "customer", 1, Redaction.ERASED));
            assertThat(verify(firm)).isEqualTo(new ChainReport(3, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_takes_a_detail_away_without_an_erasure_is_found_out(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            record(firm, "registry.CustomerAdded", 1);

            new ChainedRedaction(firm.database.transactions()).redact("customer", 1);

            assertThat(verify(firm).fault()).extracting("kind").isEqualTo(Kind.ALTERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_changes_what_was_left_of_an_entry_is_found_out(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            record(firm, "registry.CustomerAdded", 1);
            erase(firm, 1);

            firm.sql("update access_audit set actor_id = 7 where detail_digest is not null");

            assertThat(verify(firm).fault()).extracting("kind").isEqualTo(Kind.ALTERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_puts_another_detail_in_the_place_is_found_out(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            record(firm, "registry.CustomerAdded", 1);
            erase(firm, 1);

            firm.sql("update access_audit set detail = '{}' where detail_digest is not null");

            assertThat(verify(firm).fault()).extracting("kind").isEqualTo(Kind.ALTERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_erasure_in_a_chain_that_there_is_not_covers_nothing(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            record(firm, "registry.CustomerAdded", 1);
            erase(firm, 1);

            firm.sql("update access_audit set chain = 99 where action = 'registry.CustomerErased'");
            firm.sql("update access_audit_head set seq = 1, hash = (select hash from access_audit where action ="
                    + " 'registry.CustomerAdded') where seq = 2");

            assertThat(verify(firm).fault()).extracting("kind").isEqualTo(Kind.ALTERED);
        }
    }

    private static ChainReport verify(Firm firm) {
        return firm.asSystem(firm.trail::verify);
    }

    private static void erase(Firm firm, long id) {
        firm.database.transactions().write(connection -> {
            new ChainedRedaction(firm.database.transactions()).redact("customer", id);
            record(firm, "registry.CustomerErased", id);
            return id;
        });
    }

    private static void record(Firm firm, String action, long id) {
        firm.database
                .transactions()
                .write(connection -> firm.asSystem(() -> {
                    firm.audit.record(new Change(action, "customer", id, PERSONAL));
                    return id;
                }));
    }
}
