package io.clientele.rest.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many requests are inside something, and whether more may come. */
final class Visitors {
    private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long GLANCE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();
    private volatile boolean closed;

    void enter() {
        entered.increment();
    }

    void leave() {
        left.increment();
    }

    /** From now on nobody may enter; who looks at {@link #isClosed} only after entering is counted by whoever waits. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether nobody is inside. Counted in this order, a request that enters meanwhile is never missed. */
    boolean isEmpty() {
        long out = left.sum();
        return out == entered.sum();
    }

    /** Returns once nobody is inside, or after five seconds with a line in the log that says inside of what. */
    void awaitNobody(String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                LOG.warn(
                        "Requests are still inside {}, after {} s",
                        what,
                        TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS));
                return;
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
