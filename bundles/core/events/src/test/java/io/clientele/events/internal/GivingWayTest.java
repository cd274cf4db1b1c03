package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.spi.EventHandler;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler that wants rows which somebody else is changing. */
class GivingWayTest {
    private static final int EVENTS = 3;

    /** On H2 it fails and begins again with the same events; PostgreSQL lets it wait. */
    @ParameterizedTest
    @EnumSource
    void is_no_fault_of_its_handler(TestDatabase kind) throws InterruptedException {
        try (Node node = new Node(kind)) {
            node.execute("create table disputed (id int primary key, n int)");
            node.execute("insert into disputed values (1, 0)");
            for (long customer = 1; customer <= EVENTS; customer++) {
                node.append("test.Added", customer);
            }
            BlockingQueue<Integer> calls = new LinkedBlockingQueue<>();
            BlockingQueue<Boolean> held = new LinkedBlockingQueue<>();
            CompletableFuture<Integer> holder =
                    CompletableFuture.supplyAsync(() -> node.transactions().write(connection -> {
                        int changed = change(connection);
                        held.add(true);
                        int wanted = kind == TestDatabase.H2 ? 2 : 1;
                        Node.eventually("the handler has come", () -> calls.size() >= wanted);
                        return changed;
                    }));
            assertThat(held.poll(1, TimeUnit.MINUTES)).isTrue();

            node.subscribe("feed", new Changing(node, calls));

            Node.eventually("all are handled", () -> node.number("select n from disputed") == 2);
            Node.eventually("none is left", () -> node.status("feed").lag() == 0);
            assertThat(holder.join()).isEqualTo(1);
            assertThat(calls).as("events that it was given at once").containsOnly(EVENTS);
            assertThat(node.status("feed")).extracting(FeedStatus::parked).isEqualTo(0L);
        }
    }

    /** It would break the rule again however long others had to go on. */
    @ParameterizedTest
    @EnumSource
    void is_not_what_a_handler_does_that_refers_to_nothing(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            node.execute("create table owner (id int primary key)");
            node.execute("create table owned (owner_id int references owner (id))");
            node.append("test.Added", 1L);
            BlockingQueue<Event> calls = new LinkedBlockingQueue<>();

            node.subscribe("feed", event -> {
                calls.add(event);
                int unused = node.transactions().write(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("insert into owned values (1)");
                    }
                });
            });

            Node.eventually("the event is parked", () -> node.status("feed").parked() == 1);
            assertThat(calls).hasSizeLessThan(10);
        }
    }

    private static int change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("update disputed set n = n + 1 where id = 1");
        }
    }

    private record Changing(Node node, BlockingQueue<Integer> calls) implements EventHandler {
        @Override
        public void handle(Event event) {
            handleAll(List.of(event));
        }

        @Override
        public void handleAll(List<Event> events) {
            calls.add(events.size());
            int unused = node.transactions().write(GivingWayTest::change);
        }
    }
}
