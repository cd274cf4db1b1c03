package io.clientele.access.internal;

import io.clientele.kernel.ThrottledException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Makes guessing slow: after a few failures in a row the next attempt is refused for a second, then for two, four, and so on to five
 * minutes. Nothing waits; an attempt within that time is refused without being looked at. What it remembers is of fixed size.
 */
final class Throttle {
    private static final int TIME_BITS = 48;
    private static final long TIME_MASK = (1L << TIME_BITS) - 1;
    private static final long FORGOTTEN_AFTER_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final long LONGEST_MILLIS = Duration.ofMinutes(5).toMillis();
    private static final int MOST_DOUBLINGS = 9;

    /** Per place the failures in a row (16 bits) and when the last was (48 bits of milliseconds). */
    private final AtomicLongArray places = new AtomicLongArray(SaltedPlaces.COUNT);

    private final SaltedPlaces hashed = new SaltedPlaces();
    private final int allowed;
    private final Clock clock;

    /** Lets {@code allowed} failures pass before the first wait. */
    Throttle(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /** Fails if {@code name} is to wait. */
    void check(String name) {
        long now = clock.millis();
        long left = waitUntil(places.get(hashed.of(name))) - now;
        if (left > 0) {
            throw new ThrottledException("Too many failed attempts; wait", Duration.ofMillis(left));
        }
    }

    void failed(String name) {
        long now = clock.millis();
        places.updateAndGet(hashed.of(name), state -> {
            long failures = now - (state & TIME_MASK) > FORGOTTEN_AFTER_MILLIS ? 0 : state >>> TIME_BITS;
            return Math.min(failures + 1, Short.MAX_VALUE) << TIME_BITS | (now & TIME_MASK);
        });
    }

    void succeeded(String name) {
        places.set(hashed.of(name), 0);
    }

    private long waitUntil(long state) {
        long over = (state >>> TIME_BITS) - allowed;
        if (over < 0) {
            return 0;
        }
        long delay = Math.min(LONGEST_MILLIS, 1000L << Math.min(over, MOST_DOUBLINGS));
        return (state & TIME_MASK) + delay;
    }
}
