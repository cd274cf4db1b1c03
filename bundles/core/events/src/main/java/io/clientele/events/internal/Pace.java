package io.clientele.events.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Holds back a handler that gets into the way of other feeds of this node, for as long as these are busy: one that tells far more than it hears,
 * as they have to read past all that it tells, and one that fails, as its events go one by one, each with a write to the disk that the others
 * wait for. Alone it goes as fast as it can. For one thread.
 */
final class Pace {
    private static final int MANY_TIMES = 4;

    /** What rests nine times as long as it works, works a tenth of the time. */
    private static final int REST = 9;

    /** What one handler tells is a twentieth of what the others read. */
    private static final int SHARE = 20;

    /** Below it others are slowed by what they do themselves, not by what they have to read past. */
    private static final double BUSY_PER_NANO = 500 / 1e9;

    private static final long LONGEST_MILLIS = 10_000;
    private static final long LONGEST_IN_TROUBLE_MILLIS = 1_000;
    private final AtomicLong passedByAll;
    private final LongSupplier nanoTime;
    private long passedByThis;
    private long othersBefore;
    private long before;

    /** With what all feeds of this node together have passed so far. */
    Pace(AtomicLong passedByAll, LongSupplier nanoTime) {
        this.passedByAll = passedByAll;
        this.nanoTime = nanoTime;
        this.othersBefore = passedByAll.get();
        this.before = nanoTime.getAsLong();
    }

    /** Returns how many milliseconds to rest after a move that took so long. */
    long restAfter(FeedMoves.Move move, long nanos) {
        double rate = othersRate(move.passed());
        boolean floods = move.told() > MANY_TIMES * (long) move.passed();
        return rate >= BUSY_PER_NANO && floods
                ? Math.min(LONGEST_MILLIS, millis(Math.max(REST * (double) nanos, SHARE * move.told() / rate)))
                : 0;
    }

    /** The same for a feed whose handler failed a while ago, or just did; then nothing has passed. */
    long restInTrouble(int passed, long nanos) {
        return othersRate(passed) > 0 ? Math.min(LONGEST_IN_TROUBLE_MILLIS, millis(REST * (double) nanos)) : 0;
    }

    /** How many events other feeds have passed for each nanosecond since this was last asked. */
    private double othersRate(int passed) {
        passedByThis += passed;
        long others = passedByAll.addAndGet(passed) - passedByThis;
        long now = nanoTime.getAsLong();
        double rate = (double) (others - othersBefore) / Math.max(1, now - before);
        othersBefore = others;
        before = now;
        return rate;
    }

    private static long millis(double nanos) {
        return TimeUnit.NANOSECONDS.toMillis((long) nanos);
    }
}
