package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.events.spi.EventHandler;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whether the commit of a move waits for the disk, as PostgreSQL tells it at the end of the move. */
class RepeatableMovesTest {
    private final BlockingQueue<String> waits = new LinkedBlockingQueue<>();

    @Test
    void a_move_waits_for_the_disk_only_if_its_handler_told_of_something() throws Exception {
        TestDatabase.Location location = TestDatabase.POSTGRESQL.create();
        try (Connection owner = location.connect();
                Statement alter = owner.createStatement()) {
            alter.execute("alter database " + owner.getCatalog() + " set synchronous_commit = on");
        }
        try (Node node = new Node(location, Node.QUICK)) {
            node.append("a.Quiet", 1);
            node.subscribe("quiet", noting(node, event -> {}), "a.Quiet");
            String quiet = waits.poll(1, TimeUnit.MINUTES);
            node.append("b.Question", 2);
            node.subscribe(
                    "telling", noting(node, event -> node.outbox.append(NewEvent.of("c.Answer", 2L))), "b.Question");

            assertThat(quiet).isEqualTo("off");
            assertThat(waits.poll(1, TimeUnit.MINUTES)).isEqualTo("on");
        }
    }

    private EventHandler noting(Node node, EventHandler handler) {
        return (Event event) -> {
            handler.handle(event);
            node.transactions().beforeCommit(() -> waits.add(node.transactions().read(RepeatableMovesTest::setting)));
        };
    }

    private static String setting(Connection connection) throws SQLException {
        try (Statement show = connection.createStatement();
                ResultSet row = show.executeQuery("show synchronous_commit")) {
            row.next();
            return row.getString(1);
        }
    }
}
