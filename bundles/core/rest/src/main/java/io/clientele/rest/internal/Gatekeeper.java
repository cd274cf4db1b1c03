package io.clientele.rest.internal;

import io.clientele.kernel.DaemonThreads;
import io.clientele.rest.spi.RouteGate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the gate for every bundle that waits until it may be let in; a bundle that may not yet holds up no other. */
final class Gatekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gatekeeper.class);
    private static final long FIRST_PAUSE_MILLIS = 5;

    /** Whoever hangs is asked about seldom. */
    private static final long LONGEST_PAUSE_MILLIS = 250;

    private static final RouteGate.Obstacle NO_GATE =
            new RouteGate.Obstacle("nobody can tell yet whether the module is ready", true);

    private final Map<String, Wait> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService asking =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("clientele-rest-gate"));
    private volatile @Nullable RouteGate gate;
    private boolean scheduled;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    /** The waiting of one bundle for all of its resources. */
    static final class Wait {
        private final String bundle;
        private RouteGate.@Nullable Passage passage;
        private volatile RouteGate.@Nullable Obstacle obstacle = NO_GATE;

        private Wait(String bundle) {
            this.bundle = bundle;
        }

        /** What stands in the way, as far as is known; null for good once nothing does. */
        RouteGate.@Nullable Obstacle obstacle() {
            return obstacle;
        }
    }

    synchronized void use(RouteGate value) {
        gate = value;
    }

    /** Undoes {@link #use}, unless another one took its place. */
    synchronized void stopUsing(RouteGate value) {
        if (gate == value) {
            gate = null;
        }
    }

    /** Begins to wait for a bundle, or joins its wait. */
    Wait arrived(String bundle) {
        Wait wait = waiting.computeIfAbsent(bundle, Wait::new);
        synchronized (this) {
            pauseMillis = FIRST_PAUSE_MILLIS;
            askIn(0);
        }
        return wait;
    }

    /** Nobody waits any more: the next one of the bundle waits anew. */
    void left(Wait wait) {
        waiting.remove(wait.bundle, wait);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It plans the next one by itself.
    private void askIn(long millis) {
        if (!scheduled && !asking.isShutdown()) {
            scheduled = true;
            asking.schedule(this::ask, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void ask() {
        synchronized (this) {
            scheduled = false;
        }
        waiting.values().forEach(this::askFor);
        synchronized (this) {
            if (!waiting.isEmpty()) {
                askIn(pauseMillis);
                pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
            }
        }
    }

    private void askFor(Wait wait) {
        RouteGate asked = gate;
        if (asked == null) {
            return;
        }
        try {
            RouteGate.Passage passage = wait.passage;
            if (passage == null) {
                passage = asked.arrived(wait.bundle);
                wait.passage = passage;
            }
            Optional<RouteGate.Obstacle> found = passage.obstacle();
            if (found.isEmpty()) {
                waiting.remove(wait.bundle, wait);
            }
            wait.obstacle = found.orElse(null);
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("The gate fails for {}; it is asked again", wait.bundle, e);
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
