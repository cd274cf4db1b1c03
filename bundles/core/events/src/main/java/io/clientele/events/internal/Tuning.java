package io.clientele.events.internal;

import java.time.Duration;

/**
 * How feeds work.
 *
 * @param batch how many events a handler gets at once
 * @param attempts how often a handler gets an event that it cannot handle
 * @param firstWait how long it gets to rest after the first failure; four times longer after each other one
 * @param longestWait the longest such rest
 * @param poll how often the database is asked for what other nodes appended
 * @param idle after how long a feed looks for itself, though nothing arrived that its handler wants
 * @param leaseSeconds for how long a feed belongs to a node that no longer tells of itself
 */
record Tuning(
        int batch,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Duration poll,
        Duration idle,
        int leaseSeconds,
        TimedCalls.Limits limits) {
    private static final int GROWTH = 4;
    static final Tuning DEFAULT = withDeadline(Duration.ofSeconds(30), 8);

    static Tuning withDeadline(Duration deadline, int attempts) {
        return new Tuning(
                500,
                attempts,
                Duration.ofMillis(100),
                Duration.ofMinutes(1),
                Duration.ofMillis(250),
                Duration.ofSeconds(5),
                15,
                new TimedCalls.Limits(deadline, deadline.dividedBy(15)));
    }

    /** How long to rest after so many failures in a row. */
    long restMillis(int failures) {
        double grown = firstWait.toMillis() * Math.pow(GROWTH, Math.max(0, failures - 1));
        return Math.min((long) grown, longestWait.toMillis());
    }
}
