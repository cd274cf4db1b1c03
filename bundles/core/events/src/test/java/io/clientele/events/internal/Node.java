package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.NewEvent;
import io.clientele.events.Outbox;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.clientele.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;

/** One process on a database, with its outbox and feeds. */
public final class Node implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Deadlines that do not keep tests waiting. */
    static final Tuning QUICK = new Tuning(
            500,
            3,
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            15,
            new TimedCalls.Limits(Duration.ofSeconds(2), Duration.ofMillis(500)));

    final TestDatabase.Location location;
    public final OpenDatabase database;
    public final Outbox outbox;
    final RunningFeeds feeds;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    public Node(TestDatabase kind) {
        this(kind.create(), QUICK);
    }

    Node(TestDatabase.Location location, Tuning tuning) {
        this.location = location;
        database = Databases.open(location.url(), location.user(), location.password(), Durability.FAST);
        database.migrate("io.clientele.events", BatchedOutbox.class);
        Arrivals arrivals = new Arrivals();
        outbox = new BatchedOutbox(transactions(), database.database().dialect(), arrivals);
        feeds = new RunningFeeds(
                new RunningFeeds.Ground(
                        transactions(), database.database(), new SystemCallers(), meters, Clock.systemUTC()),
                arrivals,
                tuning);
        feeds.start(30);
    }

    public Transactions transactions() {
        return database.transactions();
    }

    /** Makes a table that the pool's user may write. */
    public void execute(String sql) {
        try (Connection owner = location.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String query) {
        return transactions().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    public void append(String type, long customer) {
        transactions().write(connection -> {
            outbox.append(NewEvent.of(type, customer));
            return customer;
        });
    }

    /** Lets {@code handler} read a feed with everything from the start on. */
    Subscription subscribe(String feed, EventHandler handler, String... types) {
        Subscription subscription = new Subscription(handler, feed, "test", Set.of(types), true);
        feeds.add(subscription);
        return subscription;
    }

    /** Lets {@code handler} read a feed until what is returned is run. */
    public Runnable open(String feed, EventHandler handler) {
        Subscription subscription = new Subscription(handler, feed, "test", Set.of(), false);
        feeds.add(subscription);
        return () -> feeds.remove(subscription);
    }

    /** The feeds that are known. */
    public Feeds feeds() {
        return feeds;
    }

    /** Lets a queue fill with what a feed brings. */
    BlockingQueue<Event> collect(String feed, String... types) {
        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        subscribe(feed, events::add, types);
        return events;
    }

    FeedStatus status(String feed) {
        List<FeedStatus> all = feeds.status();
        return all.stream().filter(each -> each.name().equals(feed)).findFirst().orElseThrow();
    }

    /** Waits; a feed that is not known yet is none that fails. */
    public static void eventually(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .ignoreException(NoSuchElementException.class)
                .until(condition);
    }

    @Override
    public void close() {
        feeds.close();
        database.close();
    }
}
