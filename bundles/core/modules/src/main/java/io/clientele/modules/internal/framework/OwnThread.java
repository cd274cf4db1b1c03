package io.clientele.modules.internal.framework;

import io.clientele.kernel.BackgroundThread;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a module's own code on a thread of its own, and does not wait for it for ever. The thread, and those that the module's code makes there,
 * come after whoever answers requests: a module that burns processors must not keep people waiting.
 */
final class OwnThread {
    private static final Logger LOG = LoggerFactory.getLogger(OwnThread.class);
    private static final long GRACE_MILLIS = 1000;
    private final Duration patience;

    OwnThread(Duration patience) {
        this.patience = patience;
    }

    /** Something that a module's code takes part in. */
    interface Task {
        void run() throws BundleException;
    }

    /** Runs {@code task}; fails if it fails, or if it is not over in time. It is interrupted then. */
    void run(String what, Task task) {
        ExecutorService own =
                Executors.newSingleThreadExecutor(work -> BackgroundThread.of(work, "clientele-module: " + what));
        try {
            var running = own.submit(() -> {
                task.run();
                return true;
            });
            running.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("{} failed", what, e.getCause());
            throw StepFailedException.of(what + " failed: " + reason(e));
        } catch (TimeoutException e) {
            own.shutdownNow();
            throw overdue(what, own);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StepFailedException.of(what + " was interrupted");
        } finally {
            own.shutdown();
        }
    }

    private StepFailedException overdue(String what, ExecutorService own) {
        String late = what + " was not over after " + patience.toSeconds() + " s";
        try {
            if (own.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return StepFailedException.of(late + " and was interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StepFailedException.hung(late + " and does not end; it hangs until the next restart");
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
