package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.FeedMoves.FailedMoveException;
import io.clientele.events.internal.FeedMoves.Move;
import io.clientele.events.internal.store.Cursor;
import io.clientele.events.internal.store.Lease;
import io.clientele.events.internal.store.LostLeaseException;
import io.clientele.events.internal.store.ParkedTable.Failure;
import io.clientele.kernel.UnavailableException;
import java.util.HashMap;
import java.util.Map;
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

    private final Subscription subscription;
    private final Tools tools;
    private final FeedMoves moves;
    private final Counters counters;
    private final Thread thread;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean retryAsked = true;
    private volatile boolean hung;
    private volatile boolean slow;
    private volatile TimedCalls.@Nullable Watch watch;
    private volatile Lanes.@Nullable Place place;
    private volatile @Nullable Lease lease;

    // Of the thread alone.
    private final Map<Long, Integer> failures = new HashMap<>();
    private @Nullable Cursor known;
    private int singly;

    FeedWorker(Subscription subscription, Tools tools, Counters counters) {
        this.subscription = subscription;
        this.tools = tools;
        this.counters = counters;
        this.moves = new FeedMoves(tools, subscription, this::guarded);
        this.thread = new Thread(this, "clientele-feed-" + subscription.feed());
        thread.setDaemon(true);
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
        Lanes.Place taken = tools.lanes().enter(slow, REST_MILLIS);
        if (taken == null) {
            return;
        }
        place = taken;
        long rest;
        boolean deaf = true;
        try {
            Lease held = held();
            rest = held == null ? REST_MILLIS : work(held);
            deaf = held == null;
        } catch (FailedMoveException e) {
            rest = failed(e);
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
        failures.clear();
        singly = 0;
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
            retryParked(held);
        }
        Cursor at = known;
        if (at != null && !moves.hasNext(at)) {
            return tools.tuning().idle().toMillis();
        }
        Move move = moves.next(held, singly > 0 ? 1 : tools.tuning().batch());
        passed(move);
        return move.passed() == 0 ? tools.tuning().idle().toMillis() : 0;
    }

    private void passed(Move move) {
        known = move.now();
        counters.handled(move.handled());
        singly = Math.max(0, singly - move.passed());
        if (singly == 0) {
            failures.clear();
        }
    }

    /** After a failed batch its events go one by one; one that fails alone rests, and is parked in the end. */
    private long failed(FailedMoveException e) {
        counters.failed();
        if (e.given().size() > 1) {
            LOG.debug("A batch of the feed {} failed; its events go one by one", subscription.feed(), e.getCause());
            singly = e.passing();
            return 0;
        }
        Event event = e.given().get(0);
        singly = Math.max(1, singly);
        int attempts = failures.merge(event.sequence(), 1, Integer::sum);
        if (attempts < tools.tuning().attempts()) {
            LOG.warn(
                    "The feed {} failed at event {} ({}), attempt {}",
                    subscription.feed(),
                    event.sequence(),
                    event.type(),
                    attempts,
                    e.getCause());
            return tools.tuning().restMillis(attempts);
        }
        park(event, new Failure(attempts, e.reason(), tools.clock().instant()));
        return 0;
    }

    private void park(Event event, Failure failure) {
        Lease held = lease;
        if (held == null) {
            return;
        }
        try {
            moves.park(held, event, failure).ifPresent(this::passed);
            LOG.error("The feed {} goes on without event {}, which is parked", held.feed(), event.sequence());
        } catch (LostLeaseException | UnavailableException e) {
            LOG.info("Event {} is not parked yet: {}", event.sequence(), e.getMessage());
        }
    }

    private void retryParked(Lease held) {
        boolean more = true;
        while (more && stopped.getCount() > 0) {
            try {
                more = moves.retry(held).isPresent();
            } catch (FailedMoveException e) {
                counters.failed();
                Failure failure = new Failure(1, e.reason(), tools.clock().instant());
                moves.keepParked(held, e.given().get(0), failure);
            }
        }
    }

    /** Calls the handler as the system and with a deadline. */
    private void guarded(Runnable cut, Runnable call) {
        TimedCalls.Watch current = tools.calls().watch(cut, this);
        watch = current;
        slow = false;
        try {
            tools.callers().as(tools.callers().system(), () -> {
                current.run(call);
                return call;
            });
        } finally {
            watch = null;
        }
    }

    @Override
    public void slow() {
        slow = true;
        Lanes.Place taken = place;
        if (taken != null) {
            tools.lanes().slowDown(taken);
        }
    }

    @Override
    public void hung(Thread hanging) {
        hung = true;
        Throwable where = new IllegalStateException("it hangs here");
        where.setStackTrace(hanging.getStackTrace());
        LOG.error("The handler of the feed {} hangs; it waits to be replaced", subscription.feed(), where);
        Lanes.Place taken = place;
        if (taken != null) {
            taken.leave();
        }
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
