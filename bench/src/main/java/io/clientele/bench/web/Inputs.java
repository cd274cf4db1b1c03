package io.clientele.bench.web;

import com.microsoft.playwright.Page;
import java.util.Map;

/** What somebody does with keys and pointer, and how long each takes to its picture. */
final class Inputs {
    /** Below that Event Timing does not tell. */
    private static final double SHORTEST_MILLIS = 16;

    /** An input has its picture by then. */
    private static final double SETTLE_MILLIS = 300;

    private final Page page;

    Inputs(Page page) {
        this.page = page;
    }

    /** Does these one after the other, and tells which of them took longest to its picture, by Event Timing. */
    Slowest slowest(Map<String, Runnable> inputs) {
        page.evaluate(
                """
                () => {
                  window.inputs = [];
                  new PerformanceObserver((list) => window.inputs.push(...list.getEntries().map(({duration}) => duration)))
                    .observe({type: 'event', durationThreshold: 16});
                }""");
        Slowest slowest = new Slowest("none", SHORTEST_MILLIS);
        for (Map.Entry<String, Runnable> input : inputs.entrySet()) {
            input.getValue().run();
            page.waitForTimeout(SETTLE_MILLIS);
            double millis = ((Number) page.evaluate("Math.max(0, ...window.inputs.splice(0))")).doubleValue();
            slowest = millis > slowest.millis() ? new Slowest(input.getKey(), millis) : slowest;
        }
        return slowest;
    }
}
