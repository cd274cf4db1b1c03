package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Held by the one node that migrates. It has a connection of its own, as H2 gives up row locks at every change of a table. */
record MigrationLock(Connection connection) implements AutoCloseable {
    private static final long POSTGRES_KEY = 0x636C69656E74L;
    private static final int H2_WAIT_MS = 600_000;

    /** Waits for the lock, and makes the tables of the history if they are not there yet. */
    static MigrationLock take(Pool pool) throws SQLException {
        Connection connection = pool.ownerConnection();
        try (Statement statement = connection.createStatement()) {
            if (pool.dialect() == Dialect.POSTGRESQL) {
                statement.execute("select pg_advisory_lock(" + POSTGRES_KEY + ")");
            } else {
                statement.execute("create table if not exists persistence_lock (id int primary key)");
                statement.execute("set lock_timeout " + H2_WAIT_MS);
                connection.setAutoCommit(false);
                statement.execute("merge into persistence_lock (id) key (id) values (1)");
            }
            return new MigrationLock(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The end of the session is the end of the lock, on both databases. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }
}
