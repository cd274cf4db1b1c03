package io.clientele.persistence.internal;

import io.clientele.kernel.Ids;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Ids of 41 bits of milliseconds since 2024, 10 bits of node and 12 bits of sequence. If the clock goes back, or more ids are asked for
 * than a millisecond holds, they run ahead of the clock rather than repeat.
 */
final class TimeOrderedIds implements Ids {
    /** Nodes are numbered below this. */
    static final int NODES = 1 << 10;

    private static final long EPOCH = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final int TIME_SHIFT = 22;
    private static final int NODE_SHIFT = 12;
    private static final long SEQUENCE = (1 << NODE_SHIFT) - 1;
    private final long node;
    private final LongSupplier clock;
    private final AtomicLong last = new AtomicLong();

    /** Takes the time in milliseconds since 1970 from {@code clock}. */
    TimeOrderedIds(long node, LongSupplier clock) {
        if (node < 0 || node >= NODES) {
            throw new IllegalArgumentException("a node is numbered from 0 to " + (NODES - 1));
        }
        this.node = node << NODE_SHIFT;
        this.clock = clock;
    }

    @Override
    public long next() {
        long now = Math.max(clock.getAsLong() - EPOCH, 0);
        return last.updateAndGet(previous -> after(previous, now));
    }

    private long after(long previous, long now) {
        long time = previous >>> TIME_SHIFT;
        if (previous == 0 || time < now) {
            return (now << TIME_SHIFT) | node;
        }
        return (previous & SEQUENCE) < SEQUENCE ? previous + 1 : ((time + 1) << TIME_SHIFT) | node;
    }
}
