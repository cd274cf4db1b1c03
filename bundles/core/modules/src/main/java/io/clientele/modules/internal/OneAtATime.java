package io.clientele.modules.internal;

import io.clientele.kernel.BackgroundThread;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes modules, behind whoever answers requests, and who has the turn to use it. Whoever comes while another has it is
 * refused, not queued.
 */
final class OneAtATime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneAtATime.class);
    private final Duration patience;
    private final Duration quiet;
    private final BooleanSupplier whenQuiet;
    private final Semaphore turn = new Semaphore(1);
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> BackgroundThread.of(task, "clientele-modules"));
    private volatile Future<?> pending = java.util.concurrent.CompletableFuture.completedFuture(null);

    /** {@code whenQuiet} runs once nothing was done for a while, and again after as long a time if it says that it was not the moment. */
    OneAtATime(Duration patience, Duration quiet, BooleanSupplier whenQuiet) {
        this.patience = patience;
        this.quiet = quiet;
        this.whenQuiet = whenQuiet;
    }

    /** The right to do one thing; given back when that is over, or at once if nothing was begun. */
    final class Turn implements AutoCloseable {
        private final AtomicBoolean begun = new AtomicBoolean();

        /** Begins the one thing of this turn. */
        <T> Future<T> run(Callable<T> task) {
            if (!begun.compareAndSet(false, true)) {
                throw new IllegalStateException("a turn is for one thing");
            }
            pending.cancel(false);
            return worker.submit(() -> {
                try {
                    return task.call();
                } finally {
                    awaitQuiet();
                    turn.release();
                }
            });
        }

        @Override
        public void close() {
            if (begun.compareAndSet(false, true)) {
                turn.release();
            }
        }
    }

    private void awaitQuiet() {
        pending.cancel(false);
        pending = worker.schedule(
                () -> {
                    if (!whenQuiet.getAsBoolean()) {
                        awaitQuiet();
                    }
                },
                quiet.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Runs something short between what is done in turns. */
    void between(Runnable task) {
        worker.execute(task);
    }

    /** Whether somebody has the turn. */
    boolean isBusy() {
        return turn.availablePermits() == 0;
    }

    /** Fails with a conflict while something else is done. */
    Turn take() {
        if (!turn.tryAcquire()) {
            throw new ConflictException("module-change-running", "Another change of a module runs; wait for its end");
        }
        return new Turn();
    }

    /** Waits for the end of something; empty if that takes too long. */
    <T> Optional<T> await(Future<T> running) {
        try {
            return Optional.of(running.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            LOG.error("A change of a module ended unexpectedly", e.getCause());
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
