package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.FeedStatus.State;
import io.clientele.events.spi.EventHandler;
import io.clientele.rest.spi.RouteGate;
import io.clientele.testkit.TestDatabase;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReturningModuleTest {
    private static final String MODULE = "io.example.praise";
    private static final String FEED = "life-praise";

    private static Subscription subscription(EventHandler handler) {
        return new Subscription(handler, FEED, MODULE, Set.of("test.Erased"), true, true);
    }

    /** The module was there once, has read everything, and went. */
    private static RouteGate afterLeaving(Node node) {
        Subscription before = subscription(event -> {});
        node.append("test.Erased", 1);
        node.feeds.add(before);
        Node.eventually(
                "it reads",
                () -> node.feeds.status().size() == 1 && node.status(FEED).lag() == 0);
        node.feeds.remove(before);
        return new CatchUp(node.transactions(), node.database.database().dialect());
    }

    /** Does not even hear an interrupt. */
    private static void hang(CountDownLatch released) {
        while (released.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_let_in_once_it_has_read_what_happened_while_it_was_away(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            RouteGate gate = afterLeaving(node);
            node.append("test.Erased", 2);
            AtomicInteger handled = new AtomicInteger();

            RouteGate.Passage passage = gate.arrived(MODULE);
            Optional<RouteGate.Obstacle> early = passage.obstacle();
            node.feeds.add(subscription(event -> handled.incrementAndGet()));
            Node.eventually("it is let in", () -> passage.obstacle().isEmpty());

            assertThat(early).map(RouteGate.Obstacle::passing).contains(false);
            assertThat(handled).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void does_not_wait_for_what_happens_after_it_came(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            RouteGate gate = afterLeaving(node);

            RouteGate.Passage passage = gate.arrived(MODULE);
            Optional<RouteGate.Obstacle> first = passage.obstacle();
            node.append("test.Erased", 3);

            assertThat(first).isEmpty();
            assertThat(passage.obstacle()).isEmpty();
            assertThat(gate.arrived(MODULE).obstacle()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void waits_while_its_handler_hangs_and_nobody_else_does(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            RouteGate gate = afterLeaving(node);
            node.append("test.Erased", 2);
            CountDownLatch released = new CountDownLatch(1);

            RouteGate.Passage passage = gate.arrived(MODULE);
            node.feeds.add(subscription(event -> hang(released)));
            Node.eventually("it hangs", () -> node.status(FEED).state() == State.HUNG);

            assertThat(passage.obstacle()).map(RouteGate.Obstacle::passing).contains(false);
            assertThat(gate.arrived("io.example.other").obstacle()).isEmpty();
            released.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_let_in_when_what_it_cannot_handle_is_parked(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            RouteGate gate = afterLeaving(node);
            node.append("test.Erased", 2);

            RouteGate.Passage passage = gate.arrived(MODULE);
            node.feeds.add(subscription(event -> {
                throw new IllegalStateException("poison");
            }));
            Node.eventually("it is let in", () -> passage.obstacle().isEmpty());

            assertThat(node.status(FEED).parked()).isEqualTo(1);
        }
    }
}
