package io.clientele.persistence.internal;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Deadline;
import io.clientele.persistence.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds each thread to its deadline. The connections are told only when less is left than a statement may take anyhow. */
final class TimeLimits {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** One for each database, as a thread may work with two of them. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Deadline> deadlines = new ThreadLocal<>();

    private final Pool pool;

    TimeLimits(Pool pool) {
        this.pool = pool;
    }

    Deadline.Scope until(Deadline deadline) {
        Deadline before = deadlines.get();
        deadlines.set(deadline);
        return () -> {
            if (before == null) {
                deadlines.remove();
            } else {
                deadlines.set(before);
            }
        };
    }

    /** Runs {@code work} on a connection that is about to be given back; a limit that it got is taken from it. */
    <T> T last(Connection connection, Work<T> work) throws SQLException {
        try {
            return run(connection, work);
        } finally {
            if (isNear(deadlines.get())) {
                pool.unlimit(connection);
            }
        }
    }

    /** Runs {@code work} on a connection that goes on being used. */
    <T> T run(Connection connection, Work<T> work) throws SQLException {
        Deadline deadline = deadlines.get();
        if (deadline == null || !isNear(deadline)) {
            return work.on(connection);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline.leftNanos());
        if (millis < 1) {
            throw over();
        }
        pool.limit(connection, millis);
        try {
            return work.on(connection);
        } catch (SQLException e) {
            if (SqlErrors.cancelled(e) && deadline.leftNanos() < 1) {
                throw over();
            }
            throw e;
        }
    }

    private boolean isNear(@Nullable Deadline deadline) {
        return deadline != null
                && deadline.leftNanos() < pool.statementTimeout().toNanos();
    }

    private static UnavailableException over() {
        return new UnavailableException("deadline", "The time for this request is over", RETRY_AFTER);
    }
}
