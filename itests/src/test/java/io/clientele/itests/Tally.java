package io.clientele.itests;

import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/**
 * What {@link TallyModule} wrote down, read past every server.
 *
 * @param servers by their process
 */
record Tally(TestDatabase.Location database, Map<Long, Server> servers) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How many events were handled, each as often as it was. */
    long rows() {
        return number("select count(*) from tally_handled");
    }

    /** How many customers' events were handled. */
    long customers() {
        return number("select count(distinct customer_id) from tally_handled");
    }

    /** How many processes have handled something. */
    long processes() {
        return number("select count(distinct process) from tally_handled");
    }

    /** The server that handled the newest event. */
    Server busiest() {
        long process = number("select process from tally_handled order by seq desc limit 1");
        return Objects.requireNonNull(servers.get(process), () -> "no server is process " + process);
    }

    private long number(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }
}
