package io.clientele.bench.baseline;

import java.util.concurrent.atomic.AtomicLong;

/** Ids for new rows: time-ordered like the product's, so that both append to the same end of the index. */
final class NewIds {
    private static final AtomicLong LAST = new AtomicLong();
    private static final int SHIFT = 22;

    private NewIds() {}

    static long next() {
        return LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << SHIFT));
    }
}
