package io.clientele.rest.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Tells whether a failure was told in full lately: a storm of one and the same must not keep everybody busy writing it down. Safe for use by many threads. */
final class Repetitions {
    private static final int MOST = 100;
    private final long pauseNanos;
    private final LongSupplier nanoTime;
    private final Map<String, Long> told = new LinkedHashMap<>();

    Repetitions(Duration pause, LongSupplier nanoTime) {
        this.pauseNanos = pause.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Whether this failure, by its class and where it was thrown, is told for the first time in a while. */
    synchronized boolean isFirst(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        String key = failure.getClass().getName() + (stack.length == 0 ? "" : stack[0]);
        long now = nanoTime.getAsLong();
        Long last = told.get(key);
        if (last != null && now - last < pauseNanos) {
            return false;
        }
        told.remove(key);
        told.put(key, now);
        if (told.size() > MOST) {
            told.remove(told.keySet().iterator().next());
        }
        return true;
    }
}
