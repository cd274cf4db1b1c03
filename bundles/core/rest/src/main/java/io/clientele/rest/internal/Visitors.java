package io.clientele.rest.internal;

import java.util.concurrent.atomic.LongAdder;

/** How many requests are inside something. */
final class Visitors {
    private final LongAdder entered = new LongAdder();
    private final LongAdder left = new LongAdder();

    void enter() {
        entered.increment();
    }

    void leave() {
        left.increment();
    }

    /** Whether nobody is inside. Counted in this order, a request that enters meanwhile is never missed. */
    boolean isEmpty() {
        long out = left.sum();
        return out == entered.sum();
    }
}
