package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.FeedStatus.State;
import io.clientele.events.internal.store.ParkedEvent;
import io.clientele.events.internal.store.ParkedTable;
import io.clientele.events.spi.EventHandler;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedsTest {
    private static final EventHandler NOTHING = event -> {};

    @ParameterizedTest
    @EnumSource
    void a_feed_goes_on_where_it_was_when_its_handler_is_back(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind)) {
            BlockingQueue<Event> first = new LinkedBlockingQueue<>();
            Subscription before = node.subscribe("feed", first::add);
            node.append("test.Added", 1);
            assertThat(first.poll(1, TimeUnit.MINUTES)).isNotNull();
            Node.eventually("the cursor is kept", () -> node.status("feed").lag() == 0);
            node.feeds.remove(before);
            assertThat(node.status("feed").state()).isEqualTo(State.ABSENT);
            node.append("test.Added", 2);
            assertThat(node.status("feed").lag()).isEqualTo(1);

            BlockingQueue<Event> second = node.collect("feed");

            assertThat(second.poll(1, TimeUnit.MINUTES).customer()).isEqualTo(2L);
            assertThat(first).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_begins_where_it_says_and_brings_what_it_asks_for(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind)) {
            node.append("test.Added", 1);
            BlockingQueue<Event> now = new LinkedBlockingQueue<>();
            node.feeds.add(new Subscription(now::add, "now", "test", Set.of(), false));
            Node.eventually("it is known", () -> node.feeds.status().size() == 1);
            node.append("other.Removed", 2);
            node.append("test.Removed", 3);

            assertThat(now.poll(1, TimeUnit.MINUTES).customer()).isEqualTo(2L);
            assertThat(customers(node.collect("start", "test.*"), 2)).containsExactly(1L, 3L);
            assertThat(customers(node.collect("exact", "test.Removed"), 1)).containsExactly(3L);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_handler_wrote_is_kept_with_the_place_of_the_feed_or_not_at_all(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            node.execute("create table applied (customer bigint)");
            List<Long> failOnce = new ArrayList<>(List.of(2L));

            node.subscribe("feed", event -> node.transactions().write(connection -> {
                connection.createStatement().executeUpdate("insert into applied values (" + event.customer() + ")");
                if (failOnce.remove(event.customer())) {
                    throw new IllegalStateException("after it has written");
                }
                return true;
            }));
            node.append("test.Added", 1);
            node.append("test.Added", 2);
            node.append("test.Added", 3);
            Node.eventually("all are handled", () -> node.number("select count(*) from applied") == 3);

            Node.eventually("none is left", () -> node.status("feed").lag() == 0);
            assertThat(node.number("select sum(customer) * 10 + count(distinct customer) from applied"))
                    .isEqualTo(63);
            assertThat(node.meters.get("clientele.feed.handled").counter().count())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_cannot_be_handled_is_parked_and_tried_again_on_demand(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind)) {
            BlockingQueue<Event> handled = new LinkedBlockingQueue<>();
            Set<Long> poisonous = java.util.concurrent.ConcurrentHashMap.newKeySet();
            poisonous.add(2L);
            node.subscribe("feed", event -> {
                if (poisonous.contains(event.customer())) {
                    throw new IllegalArgumentException("x".repeat(2_000));
                }
                handled.add(event);
            });
            node.append("test.Added", 2);
            node.append("test.Added", 1);
            node.append("test.Added", 3);
            assertThat(customers(handled, 2)).containsExactly(1L, 3L);

            Node.eventually("it is parked", () -> parked(node).size() == 1);
            ParkedEvent parked = parked(node).get(0);
            assertThat(parked.attempts()).isEqualTo(Node.QUICK.attempts());
            assertThat(parked.error())
                    .startsWith("java.lang.IllegalArgumentException: x")
                    .hasSize(1_000);
            poisonous.clear();
            node.transactions()
                    .write(connection -> ParkedTable.askRetry(
                            connection, "feed", parked.event().sequence()));

            assertThat(customers(handled, 1)).containsExactly(2L);
            Node.eventually("nothing is parked any more", () -> parked(node).isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void old_events_go_once_every_known_feed_has_passed_them(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            Subscription away = node.subscribe("away", NOTHING);
            node.subscribe("here", NOTHING);
            node.append("test.Added", 1);
            Node.eventually("both are there", () -> caughtUp(node, "away") && caughtUp(node, "here"));
            node.feeds.remove(away);
            node.append("test.Added", 2);
            node.append("test.Added", 3);
            Node.eventually("one has passed them", () -> caughtUp(node, "here"));
            node.execute("update events_event set recorded_at = timestamp with time zone '2020-01-01 00:00:00+00'"
                    + " where customer_id < 3");

            node.feeds.deleteOld(30);
            long whileAway = node.number("select min(customer_id) from events_event");
            node.feeds.forget("away");
            node.feeds.deleteOld(30);

            assertThat(whileAway).isEqualTo(2);
            assertThat(node.number("select min(customer_id) from events_event")).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_a_feed_without_a_handler_can_be_forgotten(TestDatabase kind) {
        try (Node node = new Node(kind)) {
            Subscription subscription = node.subscribe("feed", NOTHING);
            Node.eventually("it works", () -> node.status("feed").state() == State.WAITING);

            assertThatThrownBy(() -> node.feeds.forget("feed")).isInstanceOf(ConflictException.class);
            node.feeds.remove(subscription);
            node.feeds.forget("feed");

            assertThat(node.feeds.status()).isEmpty();
            assertThatThrownBy(() -> node.feeds.forget("feed")).isInstanceOf(NotFoundException.class);
        }
    }

    private static boolean caughtUp(Node node, String feed) {
        List<FeedStatus> feeds = node.feeds.status();
        return feeds.stream()
                .anyMatch(each -> each.name().equals(feed) && each.lag() == 0 && each.state() == State.WAITING);
    }

    private static List<ParkedEvent> parked(Node node) {
        return node.transactions().read(connection -> ParkedTable.page(connection, "feed", 0, 10));
    }

    private static List<Long> customers(BlockingQueue<Event> events, int count) throws InterruptedException {
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event event = events.poll(1, TimeUnit.MINUTES);
            assertThat(event).as("event %d of %d", i + 1, count).isNotNull();
            customers.add(event.customer());
        }
        return customers;
    }
}
