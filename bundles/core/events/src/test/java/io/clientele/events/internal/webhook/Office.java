package io.clientele.events.internal.webhook;

import io.clientele.access.Audit;
import io.clientele.access.Change;
import io.clientele.events.Feeds;
import io.clientele.events.internal.Node;
import io.clientele.events.internal.SystemCallers;
import io.clientele.events.internal.store.Delivery;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.webhook.Webhooks.Added;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.Dialect;
import io.clientele.testkit.TestDatabase;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;

/** Webhooks on a node that may reach this host. */
final class Office implements AutoCloseable {
    final Node node;
    final Webhooks webhooks;
    final List<Change> audited = new CopyOnWriteArrayList<>();
    private final RunningWebhooks running;

    /** Feeds straight from the node, where the platform has services. */
    private record NodeHub(Node node) implements RunningWebhooks.Hub {
        @Override
        public Runnable open(String feed, EventHandler handler) {
            return node.open(feed, handler);
        }

        @Override
        public Feeds feeds() {
            return node.feeds();
        }
    }

    Office(TestDatabase kind) {
        node = new Node(kind);
        Dialect dialect = node.database.database().dialect();
        Outside outside = Outside.of("127.0.0.1");
        Audit audit = audited::add;
        SystemCallers callers = new SystemCallers();
        FeedTable feeds = new FeedTable(dialect, "office");
        DeliveryTable deliveries = new DeliveryTable(dialect, "office");
        Poster poster = new Poster(
                InetAddress::getAllByName,
                outside,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofSeconds(5));
        Courier courier = new Courier(
                new Courier.Ground(node.transactions(), callers, audit, node.meters, Clock.systemUTC()),
                deliveries,
                poster);
        running = new RunningWebhooks(
                new RunningWebhooks.Tables(node.transactions(), feeds, deliveries), courier, new NodeHub(node));
        webhooks = new Webhooks(
                new Webhooks.Ground(
                        node.transactions(), EventOrder.of(dialect), feeds, node.database.ids(), callers, audit),
                outside,
                running::wake);
        running.start(Duration.ofMillis(50), 30);
    }

    Added add(Receiver receiver, String... types) {
        return webhooks.add(receiver.url(), Set.of(types), true);
    }

    /** What the audit was told about the last act of this kind. */
    String told(String action) {
        return audited.stream()
                .filter(change -> change.action().equals(action))
                .reduce((before, after) -> after)
                .orElseThrow()
                .detail();
    }

    List<Delivery> waiting(Added added) {
        return webhooks.deliveries(added.webhook().id(), 50, null).items();
    }

    /** What is done every hour. */
    void forgetOld() {
        running.deleteOld(30);
    }

    /** Lets time pass for all that waits, by the clock of the database. */
    void elapse(Duration time) {
        node.execute("update events_delivery set next_at = next_at - interval '" + time.toSeconds()
                + "' second where next_at is not null");
    }

    /** Waits until an attempt is recorded in vain for so many times. */
    Delivery failed(Added added, int attempts) {
        Node.eventually(
                attempts + " attempts failed",
                () -> waiting(added).size() == 1 && waiting(added).get(0).attempts() == attempts);
        return waiting(added).get(0);
    }

    @Override
    public void close() {
        running.close();
        node.close();
    }
}
