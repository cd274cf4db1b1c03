package io.clientele.events.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections that all feeds together may use at once, a third of the pool, so that requests never wait for feeds. They are parted: a
 * worker that has been at it for long moves to the slow lane, and one that was slow the last time begins there, so that slow handlers
 * wait for each other and not the others for them.
 */
final class Lanes {
    private static final int SHARE = 3;
    private final Semaphore fast;
    private final Semaphore slow;

    /** Parts a pool of this size. */
    Lanes(int connections) {
        int ours = Math.max(2, connections / SHARE);
        this.slow = new Semaphore(Math.max(1, ours / SHARE), true);
        this.fast = new Semaphore(ours - slow.availablePermits(), true);
    }

    /** A place in one of the lanes. Safe for use by the worker and whoever watches it. */
    static final class Place {
        private @Nullable Semaphore lane;

        private Place(Semaphore lane) {
            this.lane = lane;
        }

        private synchronized void move(Semaphore other) {
            if (lane != null && lane != other && other.tryAcquire()) {
                lane.release();
                lane = other;
            }
        }

        /** Leaves; done twice, it does nothing. */
        synchronized void leave() {
            if (lane != null) {
                lane.release();
                lane = null;
            }
        }
    }

    /** Waits for a place, or returns null if there is none within this time. */
    @Nullable
    Place enter(boolean slowly, long millis) throws InterruptedException {
        Semaphore lane = slowly ? slow : fast;
        return lane.tryAcquire(millis, TimeUnit.MILLISECONDS) ? new Place(lane) : null;
    }

    /** Moves a worker that takes its time to the slow lane, if there is room. */
    void slowDown(Place place) {
        place.move(slow);
    }
}
