package io.clientele.events.internal.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When to send again what did not arrive: soon at first, and for more than a day in all. */
final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private Backoff() {}

    /** How long to wait after so many attempts in vain, or nothing if it is to be given up. */
    static Optional<Duration> after(int attempts) {
        return attempts <= WAITS.size() ? Optional.of(WAITS.get(attempts - 1)) : Optional.empty();
    }
}
