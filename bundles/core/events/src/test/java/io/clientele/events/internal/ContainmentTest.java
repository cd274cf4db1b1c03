package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus.State;
import io.clientele.events.NewEvent;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bad handler harms nobody but itself. */
class ContainmentTest {
    private static final int EVENTS = 300;

    @ParameterizedTest
    @EnumSource
    void others_get_all_their_events_while_bad_handlers_hang_throw_sleep_and_lock(TestDatabase kind) {
        CountDownLatch never = new CountDownLatch(1);
        try (Node node = new Node(kind)) {
            node.execute("create table disputed (id int primary key, n int)");
            node.execute("insert into disputed values (1, 0), (2, 0)");
            AtomicInteger good = new AtomicInteger();
            AtomicInteger flood = new AtomicInteger();
            node.subscribe("hangs-for-ever", event -> hang(never));
            node.subscribe("hangs-too", event -> hang(never));
            node.subscribe("throws", event -> {
                throw new LinkageError("a class is missing");
            });
            node.subscribe("locks-1-2", event -> lock(node, 1, 2));
            node.subscribe("locks-2-1", event -> lock(node, 2, 1));
            node.subscribe("floods", event -> flood(node, event, flood));
            node.subscribe("good", event -> good.incrementAndGet(), "test.*");

            for (int i = 0; i < EVENTS; i++) {
                node.append("test.Added", i);
            }

            Node.eventually("the good one has all", () -> good.get() == EVENTS);
            Node.eventually(
                    "the hanging ones are told of", () -> node.feeds.hung().size() == 2);
            Node.eventually(
                    "its feed says so too", () -> node.status("hangs-for-ever").state() == State.HUNG);
            assertThat(node.status("good").parked()).isZero();
            int before = good.get();
            node.append("test.Added", EVENTS);
            Node.eventually("and goes on", () -> good.get() == before + 1);
            assertThat(node.number("select count(*) from disputed")).isEqualTo(2);
            never.countDown();
        }
    }

    /** None of them reaches its deadline before the test gives up. */
    @ParameterizedTest
    @EnumSource
    void more_handlers_than_there_are_connections_hang_and_a_good_one_goes_on(TestDatabase kind) {
        CountDownLatch never = new CountDownLatch(1);
        Tuning patient = Tuning.withDeadline(Duration.ofMinutes(10), 3);
        try (Node node = new Node(kind.create(), patient)) {
            int hanging = node.database.database().connections() + 2;
            AtomicInteger hung = new AtomicInteger();
            AtomicInteger good = new AtomicInteger();
            IntStream.range(0, hanging)
                    .forEach(i -> node.subscribe("hangs-" + i, event -> {
                        hung.incrementAndGet();
                        hang(never);
                    }));
            node.append("test.Added", 0);
            Node.eventually("all of them hang", () -> hung.get() == hanging);

            node.subscribe("good", event -> good.incrementAndGet());
            node.append("test.Added", 1);

            Node.eventually("the good one has all", () -> good.get() == 2);
            assertThat(node.number("select count(*) from events_event")).isEqualTo(2);
            never.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_that_hears_the_interrupt_fails_and_its_event_is_parked(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            node.execute("create table half_done (id int)");
            AtomicInteger good = new AtomicInteger();
            node.subscribe("sleeps", event -> node.transactions().write(connection -> {
                connection.createStatement().executeUpdate("insert into half_done values (1)");
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return true;
            }));
            node.subscribe("good", event -> good.incrementAndGet());

            node.append("test.Added", 1);

            Node.eventually("it is parked", () -> node.status("sleeps").parked() == 1);
            assertThat(good.get()).isEqualTo(1);
            assertThat(node.number("select count(*) from half_done")).isZero();
            assertThat(node.status("sleeps").state()).isEqualTo(State.WAITING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_that_hung_is_well_again_when_it_is_replaced(TestDatabase kind) {
        CountDownLatch never = new CountDownLatch(1);
        try (Node node = new Node(kind)) {
            AtomicInteger handled = new AtomicInteger();
            Subscription hanging = node.subscribe("feed", event -> hang(never));
            node.append("test.Added", 1);
            Node.eventually("it hangs", () -> !node.feeds.hung().isEmpty());

            node.feeds.remove(hanging);
            node.subscribe("feed", event -> handled.incrementAndGet());

            Node.eventually("the event is handled", () -> handled.get() == 1);
            assertThat(node.feeds.hung()).isEmpty();
            never.countDown();
        }
    }

    private static void hang(CountDownLatch never) {
        while (never.getCount() > 0) {
            LockSupport.parkNanos(10_000_000);
            boolean unused = Thread.interrupted();
        }
    }

    private static void lock(Node node, int first, int second) {
        node.transactions().write(connection -> {
            connection.createStatement().executeUpdate("update disputed set n = n + 1 where id = " + first);
            LockSupport.parkNanos(5_000_000);
            return connection.createStatement().executeUpdate("update disputed set n = n + 1 where id = " + second);
        });
    }

    /** Answers each of the first events with ten more. */
    private static void flood(Node node, Event event, AtomicInteger so) {
        for (int i = 0; i < 10 && so.incrementAndGet() <= 10_000; i++) {
            node.outbox.append(new NewEvent("flood.Rose", event.customer(), "{}"));
        }
    }
}
