package io.clientele.modules.internal.store;

import io.clientele.kernel.BackgroundThread;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Does what strangers ask for one thing after another, in the background, and after each rests nine times as long as it was busy with it. However
 * much is asked for, it takes a tenth of one processor.
 */
final class PacedWork {
    private static final int REST_FACTOR = 9;
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor worker;

    PacedWork(String thread) {
        worker = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> BackgroundThread.of(task, thread));
        worker.allowCoreThreadTimeOut(true);
    }

    /** What {@code task} returns; fails as it fails. The rest that follows keeps only the next one waiting. */
    <T> T call(Callable<T> task) throws IOException {
        FutureTask<T> answer = new FutureTask<>(task);
        worker.execute(() -> work(answer));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw asItWas(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a turn", e);
        }
    }

    private static void work(Runnable task) {
        long began = busyNanos();
        task.run();
        LockSupport.parkNanos(Math.min(LONGEST_REST_NANOS, REST_FACTOR * (busyNanos() - began)));
    }

    /** The time on the clock where Java cannot tell that of a thread. */
    private static long busyNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private static IOException asItWas(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof IOException known ? known : new IOException(failure);
    }
}
