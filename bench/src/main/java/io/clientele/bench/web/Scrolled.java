package io.clientele.bench.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Frames while it was scrolled.
 *
 * @param gaps between them, in microseconds
 * @param millis that the page's own thread spent, by what it did: {@code TaskDuration} is all of it
 */
public record Scrolled(List<Long> gaps, Map<String, Double> millis) {
    /** From one frame to the next. */
    public double meanMillis() {
        return gaps.stream().mapToLong(Long::longValue).average().orElseThrow() / 1000;
    }

    /** Before the frame that was waited for longest. */
    public double slowestMillis() {
        return Collections.max(gaps) / 1000.0;
    }

    /** Of each frame. */
    public double each(String what) {
        return millis.getOrDefault(what, 0.0) / gaps.size();
    }
}
