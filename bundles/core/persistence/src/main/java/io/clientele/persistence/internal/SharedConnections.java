package io.clientele.persistence.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.openjpa.lib.jdbc.DelegatingConnection;

/**
 * Gives JPA the connection of the current unit of work, whose end is not JPA's to decide, or the one that was lent to the thread for reading.
 * Only what JPA asks on its own account, such as which version the database is, has a connection of its own.
 */
final class SharedConnections implements DataSource {
    private final PooledTransactions transactions;
    private final Pool pool;

    /** One for each bundle's entities, as a thread may read those of two. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();

    SharedConnections(PooledTransactions transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    /** Runs {@code reading} on a connection. */
    <T> T lend(Connection connection, Reading<T> reading) throws SQLException {
        Connection before = lent.get();
        lent.set(connection);
        try {
            return reading.run();
        } finally {
            if (before == null) {
                lent.remove();
            } else {
                lent.set(before);
            }
        }
    }

    /** What is done with a connection that was lent. */
    interface Reading<T> {
        T run() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        UnitOfWork unit = transactions.current();
        if (unit != null) {
            return new Shared(unit.connection());
        }
        Connection reading = lent.get();
        return reading == null ? pool.connection() : new Shared(reading);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private static final class Shared extends DelegatingConnection {
        Shared(Connection connection) {
            super(connection);
        }

        @Override
        public void commit() {
            // The unit of work commits; reading has nothing to commit.
        }

        @Override
        public void rollback() {
            // The exception that made JPA roll back does the same to the unit of work.
        }

        @Override
        public void setAutoCommit(boolean on) {
            // It is off for as long as the unit of work lasts, and on outside of one.
        }

        @Override
        public void close() {
            // Whoever has lent it still needs it.
        }
    }
}
