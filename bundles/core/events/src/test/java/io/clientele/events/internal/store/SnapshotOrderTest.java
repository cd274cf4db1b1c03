package io.clientele.events.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.internal.Node;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SnapshotOrderTest {
    @Test
    void the_ends_of_a_long_round_are_not_sought_among_all_events() {
        try (Node node = new Node(TestDatabase.POSTGRESQL)) {
            node.execute(
                    "insert into events_event (txid, type, customer_id, detail) select"
                            + " cast(cast(n / 1000 as varchar) as xid8), 'test.Added', n, '{}' from generate_series(1, 100000) n");
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
            statement.execute("prepare ends(text, text, text, text) as " + numbered(SnapshotOrder.ENDS));
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain execute ends('1:1:', '1:1:', '9:9:', '9:9:')")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static String numbered(String sql) {
        String text = sql;
        for (int i = 1; text.contains("?"); i++) {
            text = text.replaceFirst("\\?", "\\$" + i);
        }
        return text;
    }
}
