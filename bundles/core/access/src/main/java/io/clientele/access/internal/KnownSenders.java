package io.clientele.access.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Who signed in from where within a month: others who guess the same login, or guess from the same address, do not keep them out. */
final class KnownSenders {
    private static final long KNOWN_FOR_MILLIS = Duration.ofDays(30).toMillis();

    /** When somebody of the place last signed in. */
    private final AtomicLongArray signedIn = new AtomicLongArray(SaltedPlaces.COUNT);

    private final SaltedPlaces places = new SaltedPlaces();
    private final Clock clock;

    KnownSenders(Clock clock) {
        this.clock = clock;
    }

    void add(String sender) {
        signedIn.set(places.of(sender), clock.millis());
    }

    boolean contains(String sender) {
        return clock.millis() - signedIn.get(places.of(sender)) < KNOWN_FOR_MILLIS;
    }
}
