package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.Transactions;
import io.clientele.testkit.TestDatabase;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever reads while sixteen writers overlap, roll back and dawdle, or comes back when they have ended, gets each event once and in order.
 * More events than in every build: {@code mvn verify -pl bundles/core/events -Dtest=CatchUpTest -Devents=100000}.
 */
class CatchUpTest {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpTest.class);
    private static final int EVENTS = Integer.getInteger("events", 15_000);

    @ParameterizedTest
    @EnumSource
    void nothing_is_missed_doubled_or_out_of_order(TestDatabase kind) throws Exception {
        try (Node node = new Node(kind.create(), Tuning.DEFAULT)) {
            Writers writers = new Writers(node);
            node.execute(Taken.table("live"));
            node.execute(Taken.table("away"));
            node.subscribe("live", new Taken(node.transactions(), "live"));
            EventHandler late = new Taken(node.transactions(), "away");
            Subscription away = node.subscribe("away", late);
            Node.eventually("both feeds are known", () -> node.feeds.status().size() == 2);
            node.feeds.remove(away);
            NaiveReader naive = new NaiveReader(node.transactions());

            writers.write(EVENTS, naive);
            long began = System.nanoTime();
            node.subscribe("away", late);
            Node.eventually("the one that was away has caught up", () -> done(node, "away"));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Node.eventually("the one that read all the while has ended", () -> done(node, "live"));

            LOG.info("{}: {} events caught up, {} a second", kind, EVENTS, EVENTS * 1000L / took.toMillis());
            writers.verify("live");
            writers.verify("away");
            List<Long> seen = naive.finish();
            LOG.info("{}: the naive reader missed {}", kind, EVENTS - seen.size());
            assertThatThrownBy(() -> writers.verifyAll(seen)).isInstanceOf(AssertionError.class);
        }
    }

    private static boolean done(Node node, String feed) {
        FeedStatus status = node.status(feed);
        return status.lag() == 0 && status.state() == FeedStatus.State.WAITING;
    }

    /** Writes down what it gets, in the unit of work of its feed; an event that comes twice breaks the unique rule. */
    private record Taken(Transactions transactions, String table) implements EventHandler {
        static String table(String name) {
            return "create table taken_" + name
                    + " (place bigint generated always as identity, seq bigint primary key, customer bigint, n bigint)";
        }

        @Override
        public void handle(Event event) {
            handleAll(List.of(event));
        }

        @Override
        public void handleAll(List<Event> events) {
            transactions.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into taken_" + table + " (seq, customer, n) values (?, ?, ?)")) {
                    for (Event event : events) {
                        bind(insert, event);
                        insert.addBatch();
                    }
                    return insert.executeBatch().length;
                }
            });
        }

        private static void bind(PreparedStatement insert, Event event) throws SQLException {
            Long customer = event.customer();
            assertThat(customer).isNotNull();
            insert.setLong(1, event.sequence());
            insert.setLong(2, customer == null ? 0 : customer);
            insert.setLong(3, Long.parseLong(event.detail().replaceAll("\\D", "")));
        }
    }
}
