package io.clientele.rest.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Times requests by route template, method and class of status. */
final class Requests {
    private static final String[] CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};
    private final AtomicReferenceArray<@Nullable Timer> unmatched = new AtomicReferenceArray<>(CLASSES.length);
    private volatile @Nullable MeterRegistry meters;

    void use(@Nullable MeterRegistry registry) {
        meters = registry;
    }

    void record(Call call) {
        MeterRegistry registry = meters;
        if (registry == null) {
            return;
        }
        Operation operation = call.operation;
        AtomicReferenceArray<@Nullable Timer> timers = operation == null ? unmatched : operation.timers();
        int status = call.response.getStatus() / 100;
        int index = status < CLASSES.length ? status : 0;
        Timer timer = timers.get(index);
        if (timer == null) {
            timer = Timer.builder("http.server.requests")
                    .tag("uri", operation == null ? "other" : operation.template())
                    .tag("method", operation == null ? "any" : operation.verb())
                    .tag("status", CLASSES[index])
                    .register(registry);
            timers.set(index, timer);
        }
        timer.record(System.nanoTime() - call.startedNanos, TimeUnit.NANOSECONDS);
    }
}
