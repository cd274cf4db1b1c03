package io.clientele.persistence.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.openjpa.lib.jdbc.DelegatingConnection;

/** Gives JPA the connection of the current unit of work, whose end is not JPA's to decide; outside of one, a connection of its own. */
record SharedConnections(PooledTransactions transactions, Pool pool) implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
        UnitOfWork unit = transactions.current();
        return unit == null ? pool.connection() : new Shared(unit.connection());
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
            // The unit of work commits.
        }

        @Override
        public void rollback() {
            // The exception that made JPA roll back does the same to the unit of work.
        }

        @Override
        public void setAutoCommit(boolean on) {
            // It is off for as long as the unit of work lasts.
        }

        @Override
        public void close() {
            // The unit of work still needs it.
        }
    }
}
