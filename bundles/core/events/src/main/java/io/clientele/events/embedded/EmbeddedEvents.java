package io.clientele.events.embedded;

import io.clientele.access.Callers;
import io.clientele.events.EventDetails;
import io.clientele.events.Feeds;
import io.clientele.events.Outbox;
import io.clientele.events.internal.Arrivals;
import io.clientele.events.internal.BatchedOutbox;
import io.clientele.events.internal.RunningFeeds;
import io.clientele.events.internal.StoredEventDetails;
import io.clientele.events.internal.Subscription;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.OpenDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Outbox and feeds without OSGi: for tests, and for programs that embed the platform. Closing it ends every feed; the database stays open.
 * Safe for use by many threads.
 */
public final class EmbeddedEvents implements AutoCloseable {
    private static final int RETENTION_DAYS = 30;

    private final Outbox outbox;
    private final RunningFeeds feeds;
    private final EventDetails details;
    private final Map<EventHandler, Subscription> subscriptions = new ConcurrentHashMap<>();

    /**
     * How feeds work.
     *
     * @param meters where they are counted
     * @param deadline how long a handler may take for a batch
     * @param attempts how often a handler gets an event that it fails at, before the event is parked
     */
    public record Choice(MeterRegistry meters, Duration deadline, int attempts) {}

    private EmbeddedEvents(Outbox outbox, RunningFeeds feeds, EventDetails details) {
        this.outbox = outbox;
        this.feeds = feeds;
        this.details = details;
    }

    /** Makes the tables of events if they are not there, and begins to work. */
    public static EmbeddedEvents open(OpenDatabase database, Callers callers, Choice choice) {
        database.migrate("io.clientele.events", BatchedOutbox.class);
        Arrivals arrivals = new Arrivals();
        RunningFeeds feeds = RunningFeeds.on(
                database,
                callers,
                arrivals,
                new RunningFeeds.Settings(choice.meters, choice.deadline, choice.attempts));
        feeds.start(RETENTION_DAYS);
        Outbox outbox =
                new BatchedOutbox(database.transactions(), database.database().dialect(), arrivals);
        return new EmbeddedEvents(outbox, feeds, new StoredEventDetails(database.transactions()));
    }

    public Outbox outbox() {
        return outbox;
    }

    public EventDetails details() {
        return details;
    }

    public Feeds feeds() {
        return feeds;
    }

    /**
     * Lets {@code handler} read a feed, as the service with these properties would.
     *
     * @param module the symbolic name of the bundle that the handler stands for
     * @param properties what {@link io.clientele.events.spi.Feed} describes
     */
    public void add(EventHandler handler, String module, Map<String, Object> properties) {
        Subscription subscription = Subscription.of(handler, module, properties);
        subscriptions.put(handler, subscription);
        feeds.add(subscription);
    }

    /** Ends with a handler; when this returns, it is not called any more. */
    public void remove(EventHandler handler) {
        Subscription subscription = subscriptions.remove(handler);
        if (subscription != null) {
            feeds.remove(subscription);
        }
    }

    @Override
    public void close() {
        feeds.close();
    }
}
