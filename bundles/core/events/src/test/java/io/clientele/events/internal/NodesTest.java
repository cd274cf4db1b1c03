package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Several processes on one PostgreSQL. */
class NodesTest {
    private static final Tuning SHORT_LEASES = new Tuning(
            500,
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            2,
            new TimedCalls.Limits(Duration.ofSeconds(30), Duration.ofSeconds(5)));

    @Test
    void each_event_is_handled_by_one_node_whoever_appended_it() {
        TestDatabase.Location place = TestDatabase.POSTGRESQL.create();
        Map<Long, String> handled = new ConcurrentHashMap<>();
        try (Node one = new Node(place, SHORT_LEASES);
                Node other = new Node(place, SHORT_LEASES)) {
            one.subscribe("feed", event -> put(handled, event, "one"));
            other.subscribe("feed", event -> put(handled, event, "other"));

            for (int i = 0; i < 100; i++) {
                List.of(one, other).get(i % 2).append("test.Added", i);
            }
            Node.eventually("all are handled", () -> handled.size() == 100);
            Node.eventually("and committed", () -> one.number("select handled from events_feed") >= 100);

            assertThat(handled.values()).doesNotContain("twice");
            assertThat(one.number("select handled from events_feed")).isEqualTo(100);
        }
    }

    @Test
    void when_a_node_goes_another_takes_over() {
        TestDatabase.Location place = TestDatabase.POSTGRESQL.create();
        Map<Long, String> handled = new ConcurrentHashMap<>();
        try (Node stays = new Node(place, SHORT_LEASES)) {
            try (Node goes = new Node(place, SHORT_LEASES)) {
                goes.subscribe("feed", event -> put(handled, event, "goes"));
                goes.append("test.Added", 1);
                Node.eventually("it works", () -> handled.size() == 1);
                stays.subscribe("feed", event -> put(handled, event, "stays"));
            }
            stays.append("test.Added", 2);

            Node.eventually("the other works", () -> handled.size() == 2);
            assertThat(handled.values()).containsExactlyInAnyOrder("goes", "stays");
        }
    }

    @Test
    void a_node_that_was_stopped_past_its_lease_changes_nothing() {
        TestDatabase.Location place = TestDatabase.POSTGRESQL.create();
        Map<Long, String> handled = new ConcurrentHashMap<>();
        try (Node sleeper = new Node(place, SHORT_LEASES);
                Node other = new Node(place, SHORT_LEASES)) {
            sleeper.subscribe("feed", event -> put(handled, event, "sleeper"));
            sleeper.append("test.Added", 0);
            Node.eventually("it has the feed", () -> handled.size() == 1);
            // To the sleeper it looks as it does to a process that was stopped meanwhile: it still believes in its
            // lease.
            sleeper.execute("update events_feed set node = 'gone', leased_until = now() - interval '1 minute'");
            other.subscribe("feed", event -> put(handled, event, "other"));
            Node.eventually("the other has it", () -> sleeper.number("select fence from events_feed") > 1);

            for (int i = 0; i < 50; i++) {
                sleeper.append("test.Added", i);
            }

            Node.eventually("all are handled", () -> handled.size() == 51);
            assertThat(handled.values()).doesNotContain("twice");
            assertThat(handled.values()).filteredOn("sleeper"::equals).hasSize(1);
        }
    }

    private static void put(Map<Long, String> handled, Event event, String node) {
        handled.merge(event.sequence(), node, (before, now) -> "twice");
    }
}
