package io.clientele.events.internal.webhook;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.events.internal.store.DeliveryTable;
import io.clientele.events.internal.store.DeliveryTable.Claim;
import io.clientele.events.internal.store.Parcel;
import io.clientele.events.internal.store.WebhookTable;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.ShortId;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: claims it in one unit of work, sends it outside of any, and records what came of it in another. If the process ends
 * in between, the claim runs out and it is sent again under the same id. Each webhook has at most one thread, so that a slow receiver
 * delays itself alone.
 */
final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 20;
    private static final long IDLE_SECONDS = 30;
    private final Ground ground;
    private final DeliveryTable deliveries;
    private final Poster poster;
    private final Claim claim;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Webhooks.MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named("clientele-webhooks-sender", Courier.class));
    private volatile boolean closed;

    /** What a courier stands on. */
    record Ground(Transactions transactions, Callers callers, Audit audit, MeterRegistry meters, Clock clock) {}

    Courier(Ground ground, DeliveryTable deliveries, Poster poster) {
        this.ground = ground;
        this.deliveries = deliveries;
        this.poster = poster;
        this.claim = new Claim(AT_ONCE, poster.patience().multipliedBy(4));
    }

    /** Begins to send whatever is due. */
    void run() {
        for (long hook : ground.transactions.read(deliveries::hooksDue)) {
            if (busy.add(hook)) {
                begin(hook);
            }
        }
    }

    private void begin(long hook) {
        try {
            threads.execute(() -> {
                try {
                    serve(hook);
                } finally {
                    busy.remove(hook);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("Every thread is busy, or this stops", e);
            busy.remove(hook);
        }
    }

    private void serve(long hook) {
        try {
            boolean more = true;
            while (more && !closed) {
                // The time is taken before the claim, so that a claim never seems to last longer than it does.
                Instant until = ground.clock.instant().plus(claim.lease()).minus(poster.patience());
                List<Parcel> parcels =
                        ground.transactions.write(connection -> deliveries.claim(connection, hook, claim));
                more = !parcels.isEmpty() && send(parcels, until);
            }
        } catch (UnavailableException e) {
            LOG.debug("Not now", e);
        } catch (RuntimeException e) {
            LOG.error("The webhook {} cannot be served; it is tried again", ShortId.format(hook), e);
        }
    }

    /** Sends one after the other; returns whether it makes sense to go on. */
    private boolean send(List<Parcel> parcels, Instant until) {
        for (int i = 0; i < parcels.size(); i++) {
            if (closed || ground.clock.instant().isAfter(until)) {
                release(parcels.subList(i, parcels.size()));
                return !closed;
            }
            if (!record(parcels.get(i), post(parcels.get(i)))) {
                release(parcels.subList(i + 1, parcels.size()));
                return false;
            }
        }
        return true;
    }

    private Outcome post(Parcel parcel) {
        // The same at every attempt, so that a receiver can tell what it has seen already.
        String id = "msg_" + ShortId.format(parcel.hook()) + ShortId.format(parcel.sequence());
        Instant now = ground.clock.instant();
        Map<String, String> headers = Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                Signature.of(parcel.secrets(), id, now, parcel.body()));
        return poster.post(parcel.url(), headers, parcel.body());
    }

    /** Records what came of an attempt; returns whether the receiver wants more. */
    private boolean record(Parcel parcel, Outcome outcome) {
        if (closed && outcome.status() == 0) {
            release(List.of(parcel));
            return false;
        }
        count(outcome);
        return ground.callers.as(
                ground.callers.system(),
                () -> ground.transactions.write(connection -> {
                    if (outcome.arrived()) {
                        DeliveryTable.arrived(connection, parcel);
                        return true;
                    }
                    Optional<Duration> wait = Backoff.after(parcel.attempts() + 1);
                    deliveries.failed(connection, parcel, outcome.reason(), wait.orElse(null));
                    if (outcome.gone() && WebhookTable.disable(connection, parcel.hook(), outcome.reason())) {
                        String detail = WebhookChange.told(parcel.url())
                                .put("status", outcome.status())
                                .toString();
                        ground.audit.record(new Change("events.WebhookDisabled", "webhook", parcel.hook(), detail));
                    }
                    return !outcome.gone();
                }));
    }

    private void count(Outcome outcome) {
        ground.meters
                .counter("clientele.webhook.attempts", "outcome", outcome.arrived() ? "arrived" : "failed")
                .increment();
    }

    private void release(List<Parcel> parcels) {
        if (!parcels.isEmpty()) {
            ground.transactions.write(connection -> {
                for (Parcel parcel : parcels) {
                    DeliveryTable.release(connection, parcel);
                }
                return parcels;
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        poster.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(poster.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A webhook's receiver is left alone amid an attempt");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
