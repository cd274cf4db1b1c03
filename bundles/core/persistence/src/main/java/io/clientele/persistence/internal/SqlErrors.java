package io.clientele.persistence.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts what the drivers throw into what a caller can act on. */
final class SqlErrors {
    private static final Logger LOG = LoggerFactory.getLogger(SqlErrors.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** The connection, or the whole database, is gone. The 90xxx are H2: closed, broken, locked by another process, out of disk. */
    private static final Set<String> LOST = Set.of(
            "57P01", "57P02", "57P03", "57P05", "25P03", "90007", "90020", "90028", "90030", "90031", "90067", "90098",
            "90108", "90121", "90135");

    /** The database answers, but not now: full, out of slots or memory, or too slow. */
    private static final Set<String> BUSY = Set.of("53000", "53100", "53200", "53300", "53400", "57014", "58030");

    /**
     * The database lets nobody in, or is not there while its server is: as before it has been made, before a role has its password, and while a backup is read in.
     * A hand may put that right at any time.
     */
    private static final Set<String> CLOSED = Set.of("28000", "28P01", "3D000");

    /** Somebody else is changing the same rows. */
    private static final Set<String> CONTENDED = Set.of("40001", "40P01", "55P03", "90131", "HYT00");

    /** A row refers to one that is not there, or the other way round: whoever looked before has been overtaken. */
    private static final Set<String> REFERRED = Set.of("23503", "23506");

    private SqlErrors() {}

    /** Whether the connection that threw {@code e} can be of no more use. */
    static boolean lost(SQLException e) {
        String state = state(e);
        return state.startsWith("08") || LOST.contains(state) || e instanceof SQLNonTransientConnectionException;
    }

    /** Whether the database gave up a statement that took too long. */
    static boolean cancelled(SQLException e) {
        return state(e).equals("57014");
    }

    static RuntimeException translate(SQLException e) {
        String state = state(e);
        if (state.equals("23505")) {
            return new DuplicateKeyException(e);
        }
        if (CONTENDED.contains(state)) {
            LOG.debug("A change gave way to another one", e);
            return new ConflictException(
                    Transactions.CONTENDED, "Somebody else is changing the same records; try again");
        }
        if (REFERRED.contains(state)) {
            LOG.debug("A change came too late for what it refers to", e);
            return new ConflictException(
                    Transactions.REFERRED, "Somebody else has changed what these records refer to; try again");
        }
        if (lost(e)
                || BUSY.contains(state)
                || CLOSED.contains(state)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLTimeoutException) {
            // The answer carries no cause, so the log must; without the stack, as there is one line per request
            // meanwhile.
            LOG.warn("The database does not answer: {} {}", state, e.getMessage());
            return new UnavailableException("The database does not answer for now", RETRY_AFTER);
        }
        return new DatabaseException(e);
    }

    /** The state of the first exception in the chain that has one: the pool wraps the driver's, batches hide it behind the next. */
    private static String state(SQLException e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        SQLException next = e.getNextException();
        return next == null || next.getSQLState() == null ? "" : next.getSQLState();
    }
}
