package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Debugger.Point;
import io.clientele.itests.Saboteur.Attempt;
import io.clientele.testkit.TestDatabase;
import io.clientele.testkit.TestDatabase.Location;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server is killed at points all over an installation or an update: the next start has all that was before, or all that was asked for. */
class KilledChangesIT {
    /** On each database. */
    private static final int INSTALLATIONS = Integer.getInteger("kills.install", 10);

    private static final int UPDATES = Integer.getInteger("kills.update", 15);

    /** How many of them must be cut off in their midst. */
    private static final int MOST = (INSTALLATIONS + UPDATES) * 4 / 5;

    @ParameterizedTest
    @EnumSource
    void a_change_that_is_killed_leaves_all_of_the_old_state_or_all_of_the_new(TestDatabase kind) {
        try (Saboteur saboteur = Saboteur.on(kind == TestDatabase.H2 ? null : kind.create())) {
            List<Point> installing = saboteur.trace(saboteur.installation());
            List<Point> updating = saboteur.trace(saboteur.update());

            spread(installing, INSTALLATIONS, kind).forEach(point -> killed(saboteur, saboteur::installation, point));
            spread(updating, UPDATES, kind).forEach(point -> killed(saboteur, saboteur::update, point));

            assertThat(saboteur.cutOff()).isGreaterThanOrEqualTo(MOST);
            Attempt last = saboteur.update();
            last.change().run();
            assertThat(saboteur.served()).isEqualTo(last.after());
        }
    }

    /** The two databases are killed at different points. */
    private static Stream<Point> spread(List<Point> points, int count, TestDatabase kind) {
        assertThat(points).hasSizeGreaterThan(2 * count);
        return IntStream.range(0, count)
                .mapToObj(i -> points.get(
                        (2 * i + (kind == TestDatabase.H2 ? 0 : 1)) * (points.size() - 1) / (2 * count - 1)));
    }

    private static void killed(Saboteur saboteur, Supplier<Attempt> attempts, Point point) {
        Attempt attempt = attempts.get();

        saboteur.kill(attempt, point);
        saboteur.launch();

        String served = saboteur.served();
        System.out.printf("killed at %s: %s%n", point, served.equals(attempt.after()) ? "new" : "old");
        assertThat(served).as("killed at %s", point).isIn(attempt.before(), attempt.after());
        assertThat(saboteur.complaints()).as("killed at %s", point).isEmpty();
    }

    /** The proof that the test above can fail: a start that does not know of the change that was cut off. */
    @Test
    void a_start_without_the_journal_would_be_neither() throws SQLException {
        Location location = TestDatabase.POSTGRESQL.create();
        try (Saboteur saboteur = Saboteur.on(location)) {
            List<Point> updating = saboteur.trace(saboteur.update());
            Attempt attempt = saboteur.update();

            saboteur.kill(attempt, decision(updating));
            forgetChanges(location);
            saboteur.launch();

            assertThat(saboteur.served()).isNotIn(attempt.before(), attempt.after());
        }
    }

    @Test
    void a_way_back_that_fails_is_told_and_the_server_comes_up_all_the_same() {
        try (Saboteur saboteur = Saboteur.on(TestDatabase.POSTGRESQL.create())) {
            List<Point> updating = saboteur.trace(saboteur.update());
            Attempt attempt = saboteur.updateWithoutWayBack();

            saboteur.kill(attempt, decision(updating));
            saboteur.launch();

            assertThat(saboteur.newestChange()).contains("\"outcome\":\"failed\"", "could not be taken back");
            assertThat(saboteur.served()).startsWith(attempt.before().substring(0, "1.0.1".length()));
        }
    }

    private static Point decision(List<Point> points) {
        return points.stream().filter(KilledChangesIT::decides).findFirst().orElseThrow();
    }

    private static boolean decides(Point point) {
        return point.type().equals("io.clientele.modules.internal.Changes$1")
                && point.method().startsWith("decide");
    }

    private static void forgetChanges(Location location) throws SQLException {
        try (Connection connection = location.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from modules_change where outcome = 'RUNNING'");
        }
    }
}
