package io.clientele.events.internal;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections that all feeds together may use at once, half of the pool, so that requests never wait for feeds. They are parted, so that
 * slow handlers wait for each other and not the others for them: whoever waits for the fast lane drives the one that has been in it for
 * longest into the slow lane, and out of both if that is full. Who was driven out begins in the slow lane, where nobody is driven.
 */
final class Lanes {
    private static final int SHARE = 2;
    private static final long STEP_MILLIS = 50;
    /** How long somebody may be in the fast lane while others wait for it. */
    private static final long WELCOME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How long, if there is no room in the slow lane: a pause of the whole process must not drive anybody out. */
    private static final long NOTICE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore fast;
    private final Semaphore slow;
    private final Set<Place> hurried = ConcurrentHashMap.newKeySet();

    /** Parts a pool of this size. */
    Lanes(int connections) {
        int ours = Math.max(2, connections / SHARE);
        this.fast = new Semaphore(ours / 2, true);
        this.slow = new Semaphore(ours - ours / 2, true);
    }

    /** A place in one of the lanes. Safe for use by the worker and whoever watches it. */
    final class Place {
        private final long since = System.nanoTime();
        private final Runnable out;
        private final boolean began;
        private @Nullable Semaphore lane;
        private boolean driven;

        private Place(Semaphore lane, Runnable out) {
            this.lane = lane;
            this.began = lane == slow;
            this.out = out;
        }

        private boolean isOlderThan(long nanos) {
            return System.nanoTime() - since > nanos;
        }

        /** Makes room in the fast lane. Until it is done nobody leaves the place for another one, which would be taken for this. */
        private synchronized void drive() {
            if (!move() && isOlderThan(NOTICE_NANOS)) {
                hurried.remove(this);
                driven = true;
                out.run();
            }
        }

        private boolean move() {
            boolean moved = lane == fast && slow.tryAcquire();
            if (moved) {
                hurried.remove(this);
                fast.release();
                lane = slow;
                driven = true;
            }
            return moved || lane != fast;
        }

        /** Leaves; done twice, it does nothing. */
        synchronized void leave() {
            hurried.remove(this);
            if (lane != null) {
                lane.release();
                lane = null;
            }
        }

        /** Whether others had to wait for it, or would have had to in the fast lane. */
        synchronized boolean isSlow() {
            return driven || (began && isOlderThan(WELCOME_NANOS));
        }
    }

    /**
     * Waits for a place in the slow or fast lane, or returns null if there is none within this time.
     *
     * @param out ends what is done on the place soon; called on another thread, so it must not wait
     */
    @Nullable
    Place enter(boolean slowly, long millis, Runnable out) throws InterruptedException {
        Semaphore lane = slowly ? slow : fast;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!lane.tryAcquire(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
            if (System.nanoTime() - end > 0) {
                return null;
            }
            if (!slowly) {
                makeRoom();
            }
        }
        Place place = new Place(lane, out);
        if (!slowly) {
            hurried.add(place);
        }
        return place;
    }

    private void makeRoom() {
        hurried.stream()
                .filter(place -> place.isOlderThan(WELCOME_NANOS))
                .min(Comparator.comparingLong(place -> place.since))
                .ifPresent(Place::drive);
    }
}
