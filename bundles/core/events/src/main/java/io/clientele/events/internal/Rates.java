package io.clientele.events.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How fast feeds go, from what was counted over about the last minute. */
final class Rates {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private final Map<String, Deque<Sample>> samples = new HashMap<>();

    private record Sample(Instant at, long handled) {}

    /** Notes how many events a feed has handled by now, and returns how many that is per second. */
    synchronized double rate(String feed, long handled, Instant now) {
        Deque<Sample> known = samples.computeIfAbsent(feed, f -> new ArrayDeque<>());
        while (known.size() > 1 && known.getFirst().at().isBefore(now.minus(WINDOW))) {
            known.removeFirst();
        }
        known.addLast(new Sample(now, handled));
        Sample first = known.getFirst();
        double seconds = Duration.between(first.at(), now).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : (handled - first.handled()) / seconds;
    }

    /** Drops feeds that are gone. */
    synchronized void keepOnly(Set<String> feeds) {
        samples.keySet().retainAll(feeds);
    }
}
