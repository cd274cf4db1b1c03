package io.clientele.registry.internal.transfer;

import io.clientele.rest.EventStream.Sink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who follow an import how far it is; their streams end with its run. Safe for use by many threads. */
final class ImportEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportEvents.class);

    /** How often a run is looked at that may be another node's. */
    private static final long LOOK_MILLIS = 1_000;

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor teller = new ScheduledThreadPoolExecutor(1);

    /** Sends where an import stands to {@code sink}, now on this thread and later on another one, whenever {@code standing} changes. */
    @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor.
    void follow(Sink sink, Supplier<ImportView> standing) {
        Follower follower = new Follower(sink, standing);
        if (!follower.tell()) {
            return;
        }
        followers.add(follower);
        sink.onClose(() -> followers.remove(follower));
        synchronized (teller) {
            if (teller.getTaskCount() == 0) {
                teller.scheduleWithFixedDelay(this::tellAll, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Says that some import came further; waits for nothing. */
    void changed() {
        if (!followers.isEmpty() && due.compareAndSet(false, true)) {
            teller.execute(this::tellAll);
        }
    }

    private void tellAll() {
        due.set(false);
        followers.removeIf(follower -> !tell(follower));
    }

    private static boolean tell(Follower follower) {
        try {
            return follower.tell();
        } catch (RuntimeException e) {
            // Whoever comes back is answered why it is not to be had.
            LOG.info("An import cannot be followed any more: {}", e.toString());
            follower.sink.close();
            return false;
        }
    }

    @Override
    public void close() {
        teller.shutdownNow();
        followers.forEach(follower -> follower.sink.close());
    }

    /** One stream and what it was told. */
    private static final class Follower {
        private final Sink sink;
        private final Supplier<ImportView> standing;
        private @Nullable ImportView told;

        Follower(Sink sink, Supplier<ImportView> standing) {
            this.sink = sink;
            this.standing = standing;
        }

        /** Sends what is new; returns false if there is nothing more to tell, or nobody to tell it. */
        boolean tell() {
            ImportView now = standing.get();
            boolean heard = now.equals(told) || sink.send("progress", now);
            told = now;
            if (now.atRest()) {
                sink.close();
            }
            return heard && !now.atRest();
        }
    }
}
