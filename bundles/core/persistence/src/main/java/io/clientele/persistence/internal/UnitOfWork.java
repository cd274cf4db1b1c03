package io.clientele.persistence.internal;

import io.clientele.persistence.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one thread has under way on one connection. */
final class UnitOfWork {
    private final Connection connection;
    private final List<Runnable> beforeCommit = new ArrayList<>(0);
    private final List<Runnable> afterCommit = new ArrayList<>(0);
    private @Nullable Throwable failure;

    UnitOfWork(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Runs a part of the unit; if it throws, the whole unit can no longer commit. */
    <T> T part(Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException | RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Runs a query of the unit; only a refused statement spoils the rest, as it does on PostgreSQL. */
    <T> T query(Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            fail(e);
            throw e;
        }
    }

    void beforeCommit(Runnable action) {
        beforeCommit.add(action);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    void commit() throws SQLException {
        for (Runnable action : beforeCommit) {
            action.run();
        }
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        connection.commit();
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }
}
