package io.clientele.persistence.internal;

import io.clientele.persistence.Database;
import io.clientele.persistence.Deadline;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.Work;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units of work bound to threads, on connections of one {@link Pool}. */
final class PooledTransactions implements Transactions, Database {
    private static final Logger LOG = LoggerFactory.getLogger(PooledTransactions.class);
    /** One for each database, as a thread may have units of work on two of them. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<UnitOfWork> current = new ThreadLocal<>();

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Pool pool;
    private final Messages messages;
    private final TimeLimits limits;

    PooledTransactions(Pool pool) {
        this.pool = pool;
        this.messages = new Messages(pool.dialect());
        this.limits = new TimeLimits(pool);
    }

    @Override
    public <T> T write(Work<T> work) {
        UnitOfWork joined = current.get();
        try {
            return joined == null ? begin(work) : joined.part(c -> limits.run(c, work));
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        UnitOfWork joined = current.get();
        try {
            if (joined != null) {
                return joined.query(c -> limits.run(c, work));
            }
            try (Borrowed borrowed = pool.borrow()) {
                return limits.last(borrowed.connection(), work);
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void beforeCommit(Runnable action) {
        beforeCommit("", action);
    }

    @Override
    public void beforeCommit(String lock, Runnable action) {
        joined().beforeCommit(lock, action);
    }

    @Override
    public void defer(Deferred statement) {
        try {
            joined().defer(statement);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void repeatable() {
        UnitOfWork unit = joined();
        if (unit.becomesRepeatable()) {
            pool.soften().ifPresent(this::defer);
        }
    }

    @Override
    public void giveWay(Duration longest) {
        UnitOfWork unit = joined();
        try {
            pool.hurry(unit.connection(), longest.toMillis());
            unit.hurries();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        joined().afterCommit(action);
    }

    @Override
    public <T> T attached(Object key, Supplier<T> first) {
        return joined().attached(key, first);
    }

    @Override
    public Runnable cut() {
        UnitOfWork unit = joined();
        return unit::cut;
    }

    private UnitOfWork joined() {
        UnitOfWork joined = current.get();
        if (joined == null) {
            throw new IllegalStateException("there is no unit of work under way on this thread");
        }
        return joined;
    }

    @Override
    public Deadline.Scope until(Deadline deadline) {
        return limits.until(deadline);
    }

    /** The unit of work of the calling thread, if it has one. */
    @Nullable
    UnitOfWork current() {
        return current.get();
    }

    private <T> T begin(Work<T> work) throws SQLException {
        UnitOfWork unit;
        T result;
        try (Borrowed borrowed = pool.borrow()) {
            Connection connection = borrowed.connection();
            connection.setAutoCommit(false);
            UnitOfWork begun = new UnitOfWork(borrowed, messages);
            unit = begun;
            current.set(begun);
            try {
                result = limits.last(connection, c -> {
                    T value = begun.first(work);
                    begun.commit();
                    return value;
                });
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                current.remove();
                unit.end();
                calm(unit, connection);
            }
        }
        if (!unit.isRepeatable()) {
            pool.harden();
        }
        unit.afterCommit().forEach(PooledTransactions::runGuarded);
        return result;
    }

    /** A connection that this fails on is of no more use to anybody, and its pool notices. */
    private void calm(UnitOfWork unit, Connection connection) {
        if (unit.isHurried()) {
            try {
                pool.unhurry(connection);
            } catch (SQLException e) {
                LOG.debug("A connection was lost with its unit of work", e);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The change is made: whatever its followers do, or a bundle among them that is going, the caller must not be told that it failed. */
    private static void runGuarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("An action after a commit failed", e);
        }
    }

    @Override
    public Dialect dialect() {
        return pool.dialect();
    }

    @Override
    public String durability() {
        return pool.durability().word();
    }

    @Override
    public Set<String> waiting() {
        return Set.copyOf(waiting);
    }

    @Override
    public int connections() {
        return pool.size();
    }

    /** Tells {@link #waiting} of a bundle whose tables are not there yet. */
    void expect(String bundle) {
        waiting.add(bundle);
    }

    /** Takes it back, now that they are there or cannot be made. */
    void settle(String bundle) {
        waiting.remove(bundle);
    }

    @Override
    public String version() {
        return read(connection -> {
            if (!connection.isValid(1)) {
                throw new SQLException("The database did not answer within a second", "08006");
            }
            DatabaseMetaData product = connection.getMetaData();
            return product.getDatabaseProductName() + " " + product.getDatabaseProductVersion();
        });
    }
}
