package io.clientele.persistence.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pool's own settings, the same for both databases. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration VALIDATION = Duration.ofMillis(250);
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
    private static final int MINIMUM_IDLE = 2;

    private Connections() {}

    static HikariDataSource pool(Settings settings, DataSource source, String initSql) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("clientele");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.maximumPoolSize());
        config.setMinimumIdle(Math.min(MINIMUM_IDLE, settings.maximumPoolSize()));
        config.setConnectionTimeout(settings.borrowTimeout().toMillis());
        config.setValidationTimeout(VALIDATION.toMillis());
        config.setKeepaliveTime(KEEP_ALIVE.toMillis());
        // The database may be away at the start; it is asked for when the first request comes.
        config.setInitializationFailTimeout(-1);
        // Said outright: the pool asks its first connection, and if that one gives out it goes on with a level that
        // there is not.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        if (!initSql.isEmpty()) {
            config.setConnectionInitSql(initSql);
        }
        config.setExceptionOverride(new EvictLost());
        return new HikariDataSource(config);
    }

    /**
     * Cuts a connection that is in use: the driver's own is ended first, whatever it is busy with, then the pool lets go of it.
     *
     * @param driver the driver's own class for a connection
     */
    static void cut(HikariDataSource pool, Connection connection, Class<? extends Connection> driver) {
        try {
            Connection own = connection.unwrap(driver);
            own.abort(Runnable::run);
            own.close();
        } catch (SQLException e) {
            LOG.debug("A connection that is cut was broken already", e);
        }
        pool.evictConnection(connection);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The pool knows PostgreSQL's signs of a lost connection, but not H2's. */
    private static final class EvictLost implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException e) {
            return SqlErrors.lost(e) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
