package io.clientele.events.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.internal.Node;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SnapshotOrderTest {
    /** Units 2 to 100, of a thousand events each. */
    private static final String MANY = "insert into events_event (txid, type, customer_id, detail) select"
            + " cast(cast(n / 1000 as varchar) as xid8), 'test.Added', n, '{}' from generate_series(2000, 100000) n";

    private static final Pattern PASSED = Pattern.compile("Rows Removed by Filter: (\\d+)");

    @Test
    void the_ends_of_a_long_round_are_not_sought_among_all_events() {
        try (Node node = new Node(TestDatabase.POSTGRESQL)) {
            node.execute(MANY);
            node.execute("analyze events_event");

            String plan = node.transactions().read(SnapshotOrderTest::planOfEnds);

            assertThat(plan).contains("events_event_order").doesNotContain("events_event_pkey");
        }
    }

    /** As the database plans once it does so without looking at the values. */
    private static String planOfEnds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute(SnapshotOrder.BY_INDEX);
            statement.execute("prepare ends as " + numbered(SnapshotOrder.ENDS));
            return text(statement.executeQuery("explain execute ends('1:1:', '9:9:', '9:9:', '1:1:', '9:9:', '9:9:')"));
        }
    }

    @Test
    void whoever_runs_for_long_makes_nobody_read_again_what_was_handled_since() {
        try (Node node = new Node(TestDatabase.POSTGRESQL)) {
            node.execute(MANY);
            node.execute("analyze events_event");

            String plan = node.transactions().read(SnapshotOrderTest::roundBesideALongUnit);

            assertThat(plan).contains("actual rows");
            assertThat(PASSED.matcher(plan)
                            .results()
                            .mapToLong(found -> Long.parseLong(found.group(1)))
                            .sum())
                    .as(plan)
                    .isLessThan(10);
        }
    }

    /** Of a feed that handled all units up to 90 but the first, which is running yet, up to one that ended meanwhile. */
    private static String roundBesideALongUnit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare round as " + numbered(SnapshotOrder.SHORT_ROUND));
            return text(
                    statement.executeQuery(
                            """
                    explain (analyze, timing off) execute round('1:91:1', '1:92:1', '1:92:1', 256, '1:91:1', '1:92:1', '1:92:1', 256)"""));
        }
    }

    private static String text(ResultSet plan) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (plan) {
            while (plan.next()) {
                text.append(plan.getString(1)).append('\n');
            }
        }
        return text.toString();
    }

    private static String numbered(String sql) {
        String text = sql;
        for (int i = 1; text.contains("?"); i++) {
            text = text.replaceFirst("\\?", "\\$" + i);
        }
        return text;
    }
}
