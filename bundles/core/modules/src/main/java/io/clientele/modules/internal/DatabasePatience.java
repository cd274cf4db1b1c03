package io.clientele.modules.internal;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DatabaseException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what must be done in the end, although the database may be away for a while. */
final class DatabasePatience {
    private static final Logger LOG = LoggerFactory.getLogger(DatabasePatience.class);

    private DatabasePatience() {}

    /**
     * Repeats {@code work} until the database lets it come to its end. Any other fault is logged and ends it.
     *
     * @return whether it came to its end; not if its thread was interrupted
     */
    static boolean complete(Duration pause, Runnable work) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                work.run();
                return true;
            } catch (UnavailableException e) {
                // Once a second for as long as it is away: the stack would only fill the log.
                LOG.warn("What was begun is tried again: {}", e.getMessage());
                LockSupport.parkNanos(pause.toNanos());
            } catch (DatabaseException e) {
                LOG.warn("The database refuses what was begun; it is tried again", e);
                LockSupport.parkNanos(pause.toNanos());
            } catch (RuntimeException e) {
                LOG.error("What was begun cannot be completed", e);
                return false;
            }
        }
        return false;
    }
}
