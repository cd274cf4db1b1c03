package io.clientele.rest.internal;

import java.util.concurrent.atomic.LongAdder;

/** How many requests are inside something, and whether more may come. */
final class Visitors {
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
}
