package io.clientele.access.internal;

import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.LoginStore.Kind;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DatabaseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down when sessions and tokens were used, behind the requests that use them: no answer waits for it, and a loss does no harm. */
final class UseLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UseLog.class);
    private final LoginStore store;
    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor writer;

    UseLog(LoginStore store) {
        this.store = store;
        // One run takes all there is; a second that waits makes sure that nothing is left lying.
        writer = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(1),
                DaemonThreads.named("clientele-use-log"),
                new ThreadPoolExecutor.DiscardPolicy());
        writer.allowCoreThreadTimeOut(true);
    }

    void used(Kind kind, String hash, Instant at) {
        (kind == Kind.SESSION ? sessions : tokens).put(hash, at);
        try {
            writer.execute(this::write);
        } catch (RejectedExecutionException e) {
            LOG.debug("A use after the end is not written down", e);
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            // The database goes away next.
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            writer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            write(Kind.SESSION, sessions);
            write(Kind.TOKEN, tokens);
        } catch (UnavailableException | DatabaseException e) {
            LOG.warn("When sessions were last used could not be written down", e);
        }
    }

    private void write(Kind kind, Map<String, Instant> uses) {
        Map<String, Instant> taken = new HashMap<>();
        uses.keySet().forEach(hash -> {
            Instant at = uses.remove(hash);
            if (at != null) {
                taken.put(hash, at);
            }
        });
        if (!taken.isEmpty()) {
            store.used(kind, taken);
        }
    }
}
