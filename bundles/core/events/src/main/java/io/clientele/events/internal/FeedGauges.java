package io.clientele.events.internal;

import io.clientele.events.FeedStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows how feeds stood the last time anybody looked, as metrics. */
final class FeedGauges implements AutoCloseable {
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, FeedStatus> known = new ConcurrentHashMap<>();
    private final Map<String, List<Meter>> gauges = new HashMap<>();

    FeedGauges(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    synchronized void show(List<FeedStatus> feeds) {
        Map<String, FeedStatus> now = new HashMap<>();
        feeds.forEach(feed -> now.put(feed.name(), feed));
        known.putAll(now);
        known.keySet().retainAll(now.keySet());
        now.keySet().forEach(feed -> gauges.computeIfAbsent(feed, this::register));
        gauges.entrySet().removeIf(entry -> !now.containsKey(entry.getKey()) && removed(entry.getValue()));
    }

    private List<Meter> register(String feed) {
        List<Meter> made = new ArrayList<>();
        made.add(gauge("clientele.feed.lag", "events", feed, FeedStatus::lag));
        made.add(gauge("clientele.feed.age", "seconds", feed, status -> age(status.oldest())));
        made.add(gauge("clientele.feed.parked", null, feed, FeedStatus::parked));
        return made;
    }

    private Meter gauge(String name, @Nullable String unit, String feed, ToDoubleFunction<FeedStatus> value) {
        return Gauge.builder(name, known, statuses -> {
                    FeedStatus status = statuses.get(feed);
                    return status == null ? Double.NaN : value.applyAsDouble(status);
                })
                .baseUnit(unit)
                .tag("feed", feed)
                .register(meters);
    }

    private double age(@Nullable Instant oldest) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    private boolean removed(List<Meter> made) {
        made.forEach(meters::remove);
        return true;
    }

    @Override
    public synchronized void close() {
        gauges.values().forEach(this::removed);
        gauges.clear();
    }
}
