package io.clientele.events.internal;

import io.clientele.events.internal.FeedMoves.Move;
import io.clientele.events.internal.store.Cursor;
import io.clientele.events.internal.store.Lease;
import io.clientele.events.internal.store.LostLeaseException;
import io.clientele.kernel.BackgroundThread;
import io.clientele.kernel.UnavailableException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that hands events to one handler, for as long as the handler is there. */
final class FeedWorker implements Runnable, TimedCalls.Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(FeedWorker.class);
    private static final long REST_MILLIS = 1_000;
    private static final long DRAIN_MILLIS = 5_000;
    /** How often in a row a handler that was slow must be quick before it gets into the way of others again. */
    private static final int PROBATION = 32;

    private final Subscription subscription;
    private final Tools tools;
    private final FeedMoves moves;
    private final Counters counters;
    private final Thread thread;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean retryAsked = true;
    private volatile boolean hung;
    private volatile TimedCalls.@Nullable Watch watch;
    private volatile Lanes.@Nullable Place place;
    private volatile @Nullable Lease lease;

    // Of the thread alone.
    private final Failures failures;
    private final Pace pace;
    private @Nullable Cursor known;
    private int probation;

    FeedWorker(Subscription subscription, Tools tools, Counters counters) {
        this.subscription = subscription;
        this.tools = tools;
        this.counters = counters;
        this.pace = new Pace(tools.passed(), System::nanoTime);
        this.moves = new FeedMoves(tools, subscription, this::guarded);
        this.failures = new Failures(tools, moves, counters, this::passed);
        this.thread = BackgroundThread.of(this, "clientele-feed-" + subscription.feed());
        thread.setContextClassLoader(subscription.handler().getClass().getClassLoader());
    }

    Subscription subscription() {
        return subscription;
    }

    void start() {
        thread.start();
    }

    /** There may be something to do. */
    void wake() {
        boolean unused = bell.offer(true);
    }

    /** Somebody asked for a parked event to be tried again. */
    void wakeToRetry() {
        retryAsked = true;
        wake();
    }

    /** Ends the worker: what the handler is at gets a few seconds, then it is cut. */
    void stop() {
        stopped.countDown();
        wake();
        if (!ended(DRAIN_MILLIS)) {
            TimedCalls.Watch current = watch;
            if (current != null) {
                current.end();
            }
            if (!ended(REST_MILLIS)) {
                LOG.error("The handler of the feed {} does not return; its thread is left behind", subscription.feed());
                hung = true;
                release();
            }
        }
    }

    private boolean ended(long millis) {
        if (hung) {
            return false;
        }
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0 && !hung) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!hung) {
            release();
        }
    }

    /** Gives the feed back; if the database is away, the lease runs out by itself. */
    private void release() {
        Lease held = lease;
        lease = null;
        if (held != null) {
            try {
                moves.leave(held, false);
            } catch (RuntimeException e) {
                LOG.debug("The lease of the feed {} runs out by itself", held.feed(), e);
            }
        }
    }

    private void turn() throws InterruptedException {
        Lanes.Place taken = tools.lanes().enter(probation > 0, REST_MILLIS, this::yieldPlace);
        if (taken == null) {
            return;
        }
        place = taken;
        long began = System.nanoTime();
        long rest;
        boolean deaf = true;
        try {
            Lease held = held();
            rest = held == null ? REST_MILLIS : work(held);
            deaf = held == null || rest != tools.tuning().idle().toMillis();
        } catch (FailedMoveException e) {
            rest = Math.max(failures.failed(e, lease), pace.restInTrouble(0, System.nanoTime() - began));
        } catch (LostLeaseException e) {
            LOG.info("{}", e.getMessage());
            forgetPlace();
            rest = REST_MILLIS;
        } catch (UnavailableException e) {
            rest = REST_MILLIS;
        } catch (RuntimeException e) {
            LOG.error("The feed {} cannot be read; it is tried again", subscription.feed(), e);
            known = null;
            rest = REST_MILLIS;
        } finally {
            taken.leave();
            probation = taken.isSlow() ? PROBATION : Math.max(0, probation - 1);
        }
        rest(rest, deaf);
    }

    private void rest(long millis, boolean deaf) throws InterruptedException {
        if (millis > 0 && deaf) {
            boolean unused = stopped.await(millis, TimeUnit.MILLISECONDS);
        } else if (millis > 0) {
            Boolean unused = bell.poll(millis, TimeUnit.MILLISECONDS);
        }
    }

    private void forgetPlace() {
        lease = null;
        known = null;
        failures.forget();
    }

    private @Nullable Lease held() {
        Lease held = lease;
        if (held == null) {
            held = moves.take().orElse(null);
            lease = held;
        }
        return held;
    }

    /** Moves once; returns how long to wait until the next time, unless woken. */
    private long work(Lease held) {
        if (retryAsked) {
            retryAsked = false;
            failures.retryParked(held, () -> stopped.getCount() > 0);
        }
        Cursor at = known;
        if (at != null && !moves.hasNext(at)) {
            return tools.tuning().idle().toMillis();
        }
        long began = System.nanoTime();
        boolean troubled = failures.areRecent();
        Move move = moves.next(held, failures.portion());
        passed(move);
        long took = System.nanoTime() - began;
        long rest = troubled ? pace.restInTrouble(move.passed(), took) : pace.restAfter(move, took);
        return move.now().equals(at) ? tools.tuning().idle().toMillis() : rest;
    }

    private void passed(Move move) {
        known = move.now();
        counters.handled(move.handled());
        failures.passed(move.passed());
    }

    /** Calls the handler as the system and with a deadline. */
    private void guarded(Runnable cut, Runnable call) {
        TimedCalls.Watch current = tools.calls().watch(cut, this);
        watch = current;
        try {
            tools.callers().as(tools.callers().system(), () -> {
                current.run(call);
                return call;
            });
        } finally {
            watch = null;
        }
    }

    /** Others wait for the place, and there is no room for slow ones. */
    private void yieldPlace() {
        TimedCalls.Watch current = watch;
        if (current != null) {
            LOG.info("The feed {} keeps others waiting; its handler is cut", subscription.feed());
            current.endSoon();
        }
    }

    /** With its connection the unit of work has lost what the place stands for, whenever its handler may return. */
    @Override
    public void cut() {
        Lanes.Place taken = place;
        if (taken != null) {
            taken.leave();
        }
    }

    @Override
    public void hung(Thread hanging) {
        hung = true;
        Throwable where = new IllegalStateException("it hangs here");
        where.setStackTrace(hanging.getStackTrace());
        LOG.error("The handler of the feed {} hangs; it waits to be replaced", subscription.feed(), where);
        Lease held = lease;
        if (held != null) {
            try {
                moves.leave(held, true);
            } catch (UnavailableException e) {
                LOG.info("The database does not know yet that the feed {} hangs", held.feed());
            }
        }
    }

    boolean isHung() {
        return hung;
    }
}
