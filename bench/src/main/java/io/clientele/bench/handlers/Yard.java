package io.clientele.bench.handlers;

import io.clientele.events.Event;
import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.events.embedded.EmbeddedEvents;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.harness.InMemoryCallers;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Outbox and feeds on a fresh database, with a good handler and whoever else is there. */
public final class Yard implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 8;
    private static final int UNIT = 100;
    private static final long MOST_SECONDS = 300;
    private static final long POLL_NANOS = 10_000_000;
    private final OpenDatabase database;
    private final EmbeddedEvents events;
    private volatile boolean open = true;

    /** Opens a database that is empty. */
    public Yard(String url, String user) {
        database = Databases.open(url, user, "", Durability.DURABLE);
        database.migrate("io.clientele.bench", Yard.class);
        events = EmbeddedEvents.open(
                database,
                new InMemoryCallers(),
                new EmbeddedEvents.Choice(new SimpleMeterRegistry(), DEADLINE, ATTEMPTS));
    }

    Transactions transactions() {
        return database.transactions();
    }

    Outbox outbox() {
        return events.outbox();
    }

    boolean isOpen() {
        return open;
    }

    /** Appends so many events, and returns the nanoseconds until the good handler had handled all of them, each divided by their number. */
    public double nanosPerEvent(int count, Neighbour neighbour) {
        CountDownLatch left = new CountDownLatch(count);
        List<EventHandler> others = neighbour.handlers(this);
        for (EventHandler other : others) {
            add(other, "bad-" + others.indexOf(other), new String[0]);
        }
        add(new Good(transactions(), left), "good", new String[] {"good.*"});
        while (events.feeds().status().size() <= others.size()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        long began = System.nanoTime();
        for (int first = 0; first < count; first += UNIT) {
            append(first, Math.min(count, first + UNIT));
        }
        await(left, count);
        return (double) (System.nanoTime() - began) / count;
    }

    private void add(EventHandler handler, String feed, String[] types) {
        events.add(handler, "io.example." + feed, Map.of(Feed.PREFIX_ + "name", feed, Feed.PREFIX_ + "types", types));
    }

    private void append(int from, int to) {
        transactions().write(connection -> {
            for (int customer = from; customer < to; customer++) {
                outbox().append(new NewEvent("good.Rose", (long) customer, "{}"));
            }
            return to;
        });
    }

    private static void await(CountDownLatch left, int count) {
        try {
            if (!left.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(left.getCount() + " of " + count + " events were never handled");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        open = false;
        events.close();
        database.close();
    }

    /** Writes a row for each event; one that comes twice breaks the unique rule. */
    private record Good(Transactions transactions, CountDownLatch left) implements EventHandler {
        @Override
        public void handle(Event event) {
            handleAll(List.of(event));
        }

        @Override
        public void handleAll(List<Event> events) {
            transactions.write(connection -> {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into bench_handled (seq) values (?)")) {
                    for (Event event : events) {
                        insert.setLong(1, event.sequence());
                        insert.addBatch();
                    }
                    return insert.executeBatch();
                }
            });
            transactions.afterCommit(() -> events.forEach(event -> left.countDown()));
        }
    }
}
