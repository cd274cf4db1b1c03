package io.clientele.events.internal.webhook;

import io.clientele.events.Feeds;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.EventOrder.Retention;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.store.Webhook;
import io.clientele.events.internal.store.WebhookTable;
import io.clientele.events.spi.EventHandler;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a feed for every webhook there is, on whatever node it was made, and looks for what is due. */
final class RunningWebhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningWebhooks.class);
    private static final String PREFIX = "webhook-";
    private static final int DELETED_AT_ONCE = 1_000;
    private static final long STOP_SECONDS = 30;
    private final Transactions transactions;
    private final FeedTable feeds;
    private final DeliveryTable deliveries;
    private final Courier courier;
    private final Replays replays;
    private final Hub hub;
    private final Map<Long, Runnable> open = new HashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService chores =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("clientele-webhooks"));

    /** Hands events to handlers. */
    interface Hub {
        /** Lets {@code handler} read the feed of this name until what is returned is run. */
        Runnable open(String feed, EventHandler handler);

        /** Where feeds are forgotten. */
        Feeds feeds();
    }

    /** The tables that webhooks live in. */
    record Tables(Transactions transactions, FeedTable feeds, DeliveryTable deliveries) {}

    RunningWebhooks(Tables tables, Courier courier, Hub hub) {
        this.transactions = tables.transactions;
        this.feeds = tables.feeds;
        this.deliveries = tables.deliveries;
        this.courier = courier;
        this.replays = new Replays(transactions, deliveries);
        this.hub = hub;
    }

    /** The feed of a webhook. */
    static String feed(long hook) {
        return PREFIX + ShortId.format(hook);
    }

    /** Begins to work: looks for what is due so often, and deletes what waits for longer than so many days. */
    void start(Duration poll, int retentionDays) {
        long millis = poll.toMillis();
        var unusedTurns = chores.scheduleWithFixedDelay(
                () -> guarded("serve webhooks", this::turn), millis, millis, TimeUnit.MILLISECONDS);
        var unusedDeletions = chores.scheduleWithFixedDelay(
                () -> guarded("delete what is old", () -> deleteOld(retentionDays)), 1, 1, TimeUnit.HOURS);
    }

    /** Something has changed, or is to be sent. Does not wait. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                chores.execute(() -> guarded("serve webhooks", this::turn));
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping", e);
            }
        }
    }

    private static void guarded(String what, Runnable chore) {
        try {
            chore.run();
        } catch (UnavailableException e) {
            LOG.debug("Not now: {}", what, e);
        } catch (RuntimeException e) {
            LOG.error("This node could not {}; it is tried again", what, e);
        }
    }

    private void turn() {
        woken.set(false);
        // Before the webhooks, lest the feed of one that is added in between seem to belong to none.
        Set<String> names = transactions.read(connection -> feeds.named(connection, PREFIX));
        List<Webhook> hooks = transactions.read(connection -> WebhookTable.page(connection, 0, Webhooks.MOST));
        Set<Long> ids = new HashSet<>();
        hooks.forEach(hook -> ids.add(hook.id()));
        ids.forEach(id -> open.computeIfAbsent(id, this::open));
        open.entrySet().removeIf(entry -> !ids.contains(entry.getKey()) && closed(entry.getValue()));
        forgetOthers(names, ids);
        for (Webhook hook : hooks) {
            if (hook.replayFrom() != null && replays.step(hook.id())) {
                wake();
            }
        }
        courier.run();
    }

    private Runnable open(long hook) {
        return hub.open(feed(hook), new Letters(hook, transactions, deliveries, this::wake));
    }

    private static boolean closed(Runnable close) {
        close.run();
        return true;
    }

    /** Forgets the feeds of webhooks that are gone, as soon as no node has them. */
    private void forgetOthers(Set<String> names, Set<Long> ids) {
        Set<String> gone = new HashSet<>(names);
        ids.forEach(id -> gone.remove(feed(id)));
        for (String feed : gone) {
            try {
                hub.feeds().forget(feed);
            } catch (ConflictException | NotFoundException e) {
                LOG.debug("Not yet, or done by another node", e);
            }
        }
    }

    void deleteOld(int days) {
        int unused = transactions.write(WebhookTable::forgetFormer);
        Retention retention = new Retention(days, DELETED_AT_ONCE);
        int deleted;
        do {
            deleted = transactions.write(connection -> deliveries.deleteOld(connection, retention));
        } while (deleted == DELETED_AT_ONCE && !chores.isShutdown());
    }

    @Override
    public void close() {
        // Without an interrupt, which would close the file of an embedded database amid a read.
        chores.shutdown();
        try {
            if (!chores.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The webhooks' chores do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        courier.close();
        open.values().forEach(Runnable::run);
    }
}
