package io.clientele.events.internal;

import io.clientele.kernel.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls foreign code for only so long. Whoever overruns has the unit of work cut first and the thread interrupted then, in this order: a
 * thread that is interrupted while it reads H2's file closes the file for everybody.
 */
final class TimedCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimedCalls.class);

    /** Cutting may wait for the database, which must not keep others from being cut. */
    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor clock;
    private final Limits limits;

    /**
     * How long a call may take.
     *
     * @param overdue after how long it is cut
     * @param hung how long after that it is given up
     */
    record Limits(Duration overdue, Duration hung) {}

    /** Is told how a call goes, on the clock's thread. */
    interface Watcher {
        /** The call's unit of work is cut; the call itself may still be under way. */
        void cut();

        /** The call does not even return when it is interrupted. */
        void hung(Thread thread);
    }

    /** The call took too long; whatever it did is rolled back. */
    static final class OverdueException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OverdueException(long nanos, @Nullable Throwable cause) {
            super("was cut, as it did not come back within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms", cause);
        }
    }

    TimedCalls(Limits limits) {
        this.limits = limits;
        this.clock = new ScheduledThreadPoolExecutor(
                THREADS, DaemonThreads.named("clientele-feeds-clock", TimedCalls.class));
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Begins to watch the calling thread, which then calls {@link Watch#run}. */
    Watch watch(Runnable cut, Watcher watcher) {
        return new Watch(cut, watcher);
    }

    /** One call. */
    final class Watch {
        private final Thread thread = Thread.currentThread();
        private final Runnable cut;
        private final Watcher watcher;
        private final long began = System.nanoTime();
        private boolean over;
        private boolean overdue;

        private Watch(Runnable cut, Watcher watcher) {
            this.cut = cut;
            this.watcher = watcher;
        }

        void run(Runnable work) {
            Future<?> end = clock.schedule(this::end, limits.overdue.toMillis(), TimeUnit.MILLISECONDS);
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                if (finish()) {
                    throw overdue(e);
                }
                throw e;
            } finally {
                end.cancel(false);
            }
            if (finish()) {
                throw overdue(null);
            }
        }

        private OverdueException overdue(@Nullable Throwable cause) {
            return new OverdueException(System.nanoTime() - began, cause);
        }

        /** Returns whether the call was cut. From here on nobody interrupts the thread, and what comes next does not find it interrupted. */
        private synchronized boolean finish() {
            over = true;
            if (overdue) {
                boolean unused = Thread.interrupted();
            }
            return overdue;
        }

        /** Has the call ended soon, before its time; does not wait. */
        void endSoon() {
            try {
                clock.execute(this::end);
            } catch (RejectedExecutionException e) {
                LOG.debug("Whoever stopped the clock ends the call too", e);
            }
        }

        /** Ends the call before its time, if it has not ended by itself. */
        void end() {
            synchronized (this) {
                if (over || overdue) {
                    return;
                }
                overdue = true;
            }
            cut.run();
            watcher.cut();
            synchronized (this) {
                if (!over) {
                    thread.interrupt();
                }
            }
            Future<?> unused = clock.schedule(this::giveUp, limits.hung.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void giveUp() {
            synchronized (this) {
                if (over) {
                    return;
                }
            }
            watcher.hung(thread);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
