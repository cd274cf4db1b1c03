package io.clientele.events.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds back a handler that tells far more than it hears while other feeds of this node are busy: they have to read past all that it tells.
 * It then works a tenth of the time. Alone it goes as fast as it can. For one thread.
 */
final class Pace {
    private static final int MANY_TIMES = 4;
    private static final int REST = 9;
    private static final long LONGEST_MILLIS = 10_000;
    private final AtomicLong passedByAll;
    private long passedByThis;
    private long othersBefore;

    /** With what all feeds of this node together have passed so far. */
    Pace(AtomicLong passedByAll) {
        this.passedByAll = passedByAll;
        this.othersBefore = passedByAll.get();
    }

    /** Returns how many milliseconds to rest after a move that took so long. */
    long restAfter(FeedMoves.Move move, long nanos) {
        passedByThis += move.passed();
        long others = passedByAll.addAndGet(move.passed()) - passedByThis;
        boolean busy = others != othersBefore;
        othersBefore = others;
        boolean floods = move.told() > MANY_TIMES * (long) move.passed();
        return busy && floods ? Math.min(LONGEST_MILLIS, TimeUnit.NANOSECONDS.toMillis(REST * nanos)) : 0;
    }
}
