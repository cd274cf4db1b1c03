package io.clientele.events.internal;

import io.clientele.access.Callers;
import io.clientele.events.Event;
import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.EventOrder.Retention;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.store.ParkedTable;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Database;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker for every handler on this node, and what they need besides: leases that last, counts, and room for new events. */
public final class RunningFeeds implements Feeds, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningFeeds.class);
    private static final int DELETED_AT_ONCE = 1_000;
    private static final long STATUS_SECONDS = 10;
    private final Tools tools;
    private final Tail tail;
    private final MeterRegistry meters;
    private final FeedGauges gauges;
    private final Statuses statuses;
    private final Map<String, Deque<Subscription>> subscriptions = new HashMap<>();
    private final Map<String, FeedWorker> workers = new ConcurrentHashMap<>();
    private final Consumer<List<Event>> wake = this::wake;
    private final ScheduledExecutorService chores =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("clientele-feeds"));

    /** What feeds stand on. */
    record Ground(Transactions transactions, Database database, Callers callers, MeterRegistry meters, Clock clock) {}

    RunningFeeds(Ground ground, Arrivals arrivals, Tuning tuning) {
        EventOrder order = EventOrder.of(ground.database.dialect());
        String node = UUID.randomUUID().toString();
        this.tools = new Tools(
                ground.transactions,
                order,
                new FeedTable(ground.database.dialect(), node),
                ground.callers,
                new Lanes(ground.database.connections()),
                new TimedCalls(tuning.limits()),
                tuning,
                new AtomicLong(),
                ground.clock);
        this.tail = new Tail(ground.transactions, order, arrivals, tuning.poll());
        this.meters = ground.meters;
        this.gauges = new FeedGauges(meters, ground.clock);
        this.statuses = new Statuses(tools);
    }

    /** Where feeds are counted, how long a handler may take, and how often it is tried. */
    public record Settings(MeterRegistry meters, Duration deadline, int attempts) {}

    /** Feeds on a database that was opened without OSGi. */
    public static RunningFeeds on(OpenDatabase database, Callers callers, Arrivals arrivals, Settings settings) {
        Ground ground =
                new Ground(database.transactions(), database.database(), callers, settings.meters(), Clock.systemUTC());
        return new RunningFeeds(ground, arrivals, Tuning.withDeadline(settings.deadline(), settings.attempts()));
    }

    /** Begins to work; events older than so many days are deleted once every feed has handled them. */
    public void start(int retentionDays) {
        tail.add(wake);
        tail.start();
        long third = Math.max(1, tools.tuning().leaseSeconds() / 3);
        every(third, "renew leases", this::renew);
        every(1, "look for retries", this::wakeForRetries);
        every(STATUS_SECONDS, "count", () -> gauges.show(status()));
        every(TimeUnit.HOURS.toSeconds(1), "delete old events", () -> deleteOld(retentionDays));
    }

    Tail tail() {
        return tail;
    }

    private void every(long seconds, String what, Runnable chore) {
        var unused = chores.scheduleWithFixedDelay(
                () -> {
                    try {
                        chore.run();
                    } catch (UnavailableException e) {
                        LOG.debug("Not now: {}", what, e);
                    } catch (RuntimeException e) {
                        LOG.error("Feeds could not {}; it is tried again", what, e);
                    }
                },
                seconds,
                seconds,
                TimeUnit.SECONDS);
    }

    private void renew() {
        if (!workers.isEmpty()) {
            tools.transactions().write(connection -> {
                tools.feeds().renew(connection, tools.tuning().leaseSeconds());
                return true;
            });
        }
    }

    private void wakeForRetries() {
        Set<String> asked = tools.transactions().read(ParkedTable::feedsToRetry);
        asked.forEach(feed -> {
            FeedWorker worker = workers.get(feed);
            if (worker != null) {
                worker.wakeToRetry();
            }
        });
    }

    /** Deletes in small steps, so that no statement holds others up. */
    void deleteOld(int days) {
        Retention retention = new Retention(days, DELETED_AT_ONCE);
        int deleted;
        do {
            deleted = tools.transactions().write(connection -> tools.order().deleteOld(connection, retention));
        } while (deleted == DELETED_AT_ONCE && !chores.isShutdown());
    }

    private void wake(List<Event> events) {
        Set<String> types = events.stream().map(Event::type).collect(Collectors.toSet());
        workers.values().stream()
                .filter(worker -> types.isEmpty() || worker.subscription().wantsAny(types))
                .forEach(FeedWorker::wake);
    }

    /** Begins to hand events to a handler; if its feed has one already, once that is gone. */
    public synchronized void add(Subscription subscription) {
        Deque<Subscription> same = subscriptions.computeIfAbsent(subscription.feed(), feed -> new ArrayDeque<>());
        same.addLast(subscription);
        if (same.size() > 1) {
            LOG.warn("The feed {} has a handler already; {} waits", subscription.feed(), subscription.module());
        } else {
            work(subscription);
        }
    }

    private void work(Subscription subscription) {
        FeedWorker worker = new FeedWorker(subscription, tools, Counters.of(meters, subscription.feed()));
        workers.put(subscription.feed(), worker);
        worker.start();
    }

    /** Ends with a handler; when this returns, it is not called any more, or was cut and hangs. */
    public synchronized void remove(Subscription subscription) {
        Deque<Subscription> same = subscriptions.get(subscription.feed());
        if (same == null) {
            return;
        }
        boolean working = subscription.equals(same.peekFirst());
        same.remove(subscription);
        if (same.isEmpty()) {
            subscriptions.remove(subscription.feed());
        }
        if (working) {
            stop(subscription.feed());
            if (!same.isEmpty()) {
                work(same.getFirst());
            }
        }
    }

    private void stop(String feed) {
        FeedWorker worker = workers.remove(feed);
        if (worker != null) {
            worker.stop();
        }
    }

    /** The feeds of this node whose handlers hang. */
    List<String> hung() {
        return workers.values().stream()
                .filter(FeedWorker::isHung)
                .map(worker -> worker.subscription().feed())
                .sorted()
                .toList();
    }

    @Override
    public List<FeedStatus> status() {
        return statuses.read();
    }

    @Override
    public void forget(String feed) {
        tools.transactions().write(connection -> {
            if (tools.feeds().delete(connection, feed)) {
                return feed;
            }
            if (tools.feeds().exists(connection, feed)) {
                throw new ConflictException("feed-in-use", "The feed " + feed + " has a handler; remove it first");
            }
            throw new NotFoundException("feed", feed);
        });
    }

    @Override
    public void close() {
        chores.shutdownNow();
        tail.close();
        List<String> feeds = List.copyOf(workers.keySet());
        feeds.forEach(this::stop);
        tools.calls().close();
        gauges.close();
    }
}
