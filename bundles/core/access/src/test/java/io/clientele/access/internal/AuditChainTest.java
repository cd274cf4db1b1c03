package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.access.AuditEntry;
import io.clientele.access.AuditQuery;
import io.clientele.access.ChainReport;
import io.clientele.access.ChainReport.Kind;
import io.clientele.access.Change;
import io.clientele.access.Role;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.testkit.TestDatabase;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditChainTest {
    private static final int ENTRIES = 10;

    @ParameterizedTest
    @EnumSource
    void reads_back_what_was_recorded_newest_first_and_finds_it_intact(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            recordTogether(firm, 3);

            Page<AuditEntry> page = firm.asSystem(() -> firm.trail.list(AuditQuery.ALL, 2, null));
            Page<AuditEntry> rest = firm.asSystem(() -> firm.trail.list(AuditQuery.ALL, 2, page.next()));

            assertThat(page.items()).extracting(entry -> entry.change().id()).containsExactly(2L, 1L);
            assertThat(rest.items()).extracting(entry -> entry.change().id()).containsExactly(0L);
            assertThat(rest.items().get(0).login()).isEqualTo("system");
            assertThat(rest.items().get(0).change().detail()).isEqualTo("{\"name\":\"上海 \u2603\"}");
            assertThat(verify(firm)).isEqualTo(new ChainReport(3, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tells_the_history_of_one_thing_alone_page_by_page(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            recordTogether(firm, 3);
            recordTogether(firm, 2);
            recordTogether(firm, 2);

            Page<AuditEntry> page = firm.trail.of("customer", 1, 2, null);
            Page<AuditEntry> rest = firm.trail.of("customer", 1, 2, page.next());

            assertThat(page.items()).extracting(entry -> entry.change().id()).containsExactly(1L, 1L);
            assertThat(page.items().get(0).id())
                    .isGreaterThan(page.items().get(1).id());
            assertThat(rest.items()).hasSize(1);
            assertThat(rest.next()).isNull();
            assertThat(firm.trail.of("team", 1, 2, null).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void finds_what_a_word_an_id_a_login_and_a_time_ask_for(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            recordTogether(firm, 3);
            firm.user("ada", Role.AGENT);
            Instant now = firm.asSystem(() -> firm.trail.list(AuditQuery.ALL, 1, null))
                    .items()
                    .get(0)
                    .at();

            assertThat(actions(firm, new AuditQuery(null, "UserADDED", null, null)))
                    .containsExactly("access.UserAdded");
            assertThat(actions(firm, new AuditQuery("SYS", "customer", null, null)))
                    .hasSize(3);
            assertThat(actions(firm, new AuditQuery(null, ShortId.format(2), null, null)))
                    .hasSize(1);
            assertThat(actions(firm, new AuditQuery("%", null, null, null))).isEmpty();
            assertThat(actions(firm, new AuditQuery(null, null, now.plusSeconds(1), null)))
                    .isEmpty();
            assertThat(actions(firm, new AuditQuery(null, null, null, now))).doesNotContain("access.UserAdded");
            assertThat(actions(firm, new AuditQuery("system", null, now, now.plusSeconds(1))))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void looks_for_what_is_rare_in_a_bounded_number_of_entries_at_a_time(TestDatabase database) {
        AuditQuery rare = new AuditQuery(null, "UserAdded", null, null);
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            firm.user("ada", Role.AGENT);
            firm.sql(
                    "insert into access_audit (chain, seq, id, recorded_at, actor_id, actor_login, action, subject, subject_id, detail, hash)"
                            + " select 0, 1000 + x, 9000000000000000000 + x, timestamp with time zone '2026-11-01 00:00:00+00', 1, 'x', 'y', 'z', 1, '{}', 'h'"
                            + " from " + manyNumbers(database));

            Page<AuditEntry> first = firm.asSystem(() -> firm.trail.list(rare, 2, null));
            Page<AuditEntry> second = firm.asSystem(() -> firm.trail.list(rare, 2, first.next()));
            Page<AuditEntry> late = firm.asSystem(() -> firm.trail.list(
                    new AuditQuery(null, "UserAdded", Instant.parse("2026-11-02T00:00:00Z"), null), 2, null));

            assertThat(first.items()).isEmpty();
            assertThat(first.next()).isEqualTo(ShortId.format(9_000_000_000_000_000_001L));
            assertThat(second.items()).hasSize(1);
            assertThat(second.next()).isNull();
            assertThat(late.next()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void fails_outside_a_unit_of_work_and_leaves_nothing_of_one_that_rolls_back(TestDatabase database) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            assertThatThrownBy(() -> record(firm, 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> firm.database.transactions().write(connection -> {
                        record(firm, 1);
                        throw new IllegalArgumentException("the rest fails");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(verify(firm)).isEqualTo(new ChainReport(0, null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_an_entry_that_was_altered(TestDatabase database) {
        assertThat(faultAfter(database, "update access_audit set detail = '{}' where seq = 4"))
                .extracting("kind", "sequence")
                .containsExactly(Kind.ALTERED, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void names_an_entry_whose_actor_was_altered(TestDatabase database) {
        assertThat(faultAfter(database, "update access_audit set actor_id = 7 where seq = 1"))
                .extracting("kind", "sequence")
                .containsExactly(Kind.ALTERED, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void names_an_entry_that_is_missing(TestDatabase database) {
        assertThat(faultAfter(database, "delete from access_audit where seq = 6"))
                .extracting("kind", "sequence")
                .containsExactly(Kind.MISSING, 6L);
    }

    @ParameterizedTest
    @EnumSource
    void names_entries_that_changed_places(TestDatabase database) {
        assertThat(faultAfter(
                        database,
                        "update access_audit set seq = 1000 where seq = 3",
                        "update access_audit set seq = 3 where seq = 7",
                        "update access_audit set seq = 7 where seq = 1000"))
                .extracting("kind", "sequence", "reason")
                .containsExactly(Kind.REORDERED, 3L, "The entry of this place stands at 7");
    }

    @ParameterizedTest
    @EnumSource
    void names_the_place_where_the_newest_entries_were_cut_off(TestDatabase database) {
        assertThat(faultAfter(database, "delete from access_audit where seq > 8"))
                .extracting("kind", "sequence")
                .containsExactly(Kind.TRUNCATED, 9L);
    }

    @ParameterizedTest
    @EnumSource
    void names_an_end_mark_that_was_moved_back_or_removed(TestDatabase database) {
        assertThat(faultAfter(
                        database,
                        "delete from access_audit where seq > 8",
                        "update access_audit_head set seq = 8 where seq > 8"))
                .extracting("kind", "sequence")
                .containsExactly(Kind.HEAD, 8L);
        assertThat(faultAfter(database, "delete from access_audit_head where seq > 0"))
                .extracting("kind")
                .isEqualTo(Kind.HEAD);
    }

    @ParameterizedTest
    @EnumSource
    void names_an_entry_of_a_chain_that_there_is_not(TestDatabase database) {
        String columns = "seq, hash, id, recorded_at, actor_id, actor_login, action, subject, subject_id, detail";

        assertThat(faultAfter(
                        database,
                        "insert into access_audit (chain, " + columns + ") select 99, " + columns
                                + " from access_audit where seq = 1"))
                .extracting("chain", "kind")
                .containsExactly(99, Kind.ADDED);
    }

    @ParameterizedTest
    @EnumSource
    void keeps_every_chain_whole_while_many_write(TestDatabase database) throws Exception {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            ExecutorService writers = Executors.newFixedThreadPool(8);
            Callable<Integer> writing = () -> {
                IntStream.range(0, 25).forEach(i -> recordTogether(firm, 2));
                return 0;
            };

            List<Future<Integer>> done = writers.invokeAll(Collections.nCopies(8, writing));
            for (Future<Integer> each : done) {
                each.get();
            }
            writers.shutdown();

            assertThat(verify(firm)).isEqualTo(new ChainReport(400, null));
        }
    }

    private static ChainReport.@Nullable Fault faultAfter(TestDatabase database, String... statements) {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            recordTogether(firm, ENTRIES);
            List.of(statements).forEach(firm::sql);
            return verify(firm).fault();
        }
    }

    private static String manyNumbers(TestDatabase database) {
        return database == TestDatabase.H2 ? "system_range(1, 20000)" : "generate_series(1, 20000) x";
    }

    private static List<String> actions(Firm firm, AuditQuery asked) {
        return firm.asSystem(() -> firm.trail.list(asked, 50, null)).items().stream()
                .map(entry -> entry.change().action())
                .toList();
    }

    private static ChainReport verify(Firm firm) {
        return firm.asSystem(firm.trail::verify);
    }

    /** In one unit of work, and so in one chain. */
    private static void recordTogether(Firm firm, int entries) {
        firm.database.transactions().write(connection -> {
            IntStream.range(0, entries).forEach(i -> record(firm, i));
            return entries;
        });
    }

    private static void record(Firm firm, long id) {
        firm.asSystem(() -> {
            firm.audit.record(new Change("registry.CustomerAdded", "customer", id, "{\"name\":\"上海 \u2603\"}"));
            return id;
        });
    }
}
