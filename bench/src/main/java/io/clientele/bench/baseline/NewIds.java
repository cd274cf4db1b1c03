package io.clientele.bench.baseline;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Ids for new rows: made like the product's, of a node of its own, so that both append to the same end of the index. */
final class NewIds {
    private static final AtomicLong LAST = new AtomicLong();
    private static final long EPOCH = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final int TIME_SHIFT = 22;
    private static final long NODE = 1023L << 12;

    private NewIds() {}

    static long next() {
        return LAST.updateAndGet(
                last -> Math.max(last + 1, ((System.currentTimeMillis() - EPOCH) << TIME_SHIFT) | NODE));
    }
}
