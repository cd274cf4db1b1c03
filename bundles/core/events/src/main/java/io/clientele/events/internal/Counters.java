package io.clientele.events.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what one feed does on this node. */
record Counters(Counter handledEvents, Counter failedMoves) {
    static Counters of(MeterRegistry meters, String feed) {
        return new Counters(
                Counter.builder("clientele.feed.handled")
                        .description("Events handled by a feed")
                        .tag("feed", feed)
                        .register(meters),
                Counter.builder("clientele.feed.failed")
                        .description("Calls of a feed's handler that failed")
                        .tag("feed", feed)
                        .register(meters));
    }

    void handled(int events) {
        handledEvents.increment(events);
    }

    void failed() {
        failedMoves.increment();
    }
}
