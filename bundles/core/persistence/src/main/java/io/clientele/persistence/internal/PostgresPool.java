package io.clientele.persistence.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PgConnection;

/** PostgreSQL, whose own write-ahead log makes a commit durable. */
final class PostgresPool implements Pool {
    private static final Deferred SOFT = new Deferred("set local synchronous_commit = off", 0, (set, first) -> {});
    /** After so many uses on one connection a statement is prepared in the server. */
    private static final int PREPARE_THRESHOLD = 3;

    private static final int CACHED_STATEMENTS = 256;
    private static final int CACHED_STATEMENTS_MIB = 4;
    private static final int CONNECT_SECONDS = 2;

    /** Waiting and two attempts: a silent database is told as soon as a dead one. */
    private static final int WATCH_STEPS = 3;

    private final Settings settings;
    private final HikariDataSource pool;
    private final SilenceWatch watch;

    PostgresPool(Settings settings) {
        this.settings = settings;
        this.pool = Connections.pool(settings, pooled(settings), "");
        this.watch = new SilenceWatch(new Watched(), settings.borrowTimeout().dividedBy(WATCH_STEPS));
    }

    private static PGSimpleDataSource pooled(Settings settings) {
        PGSimpleDataSource source = source(settings);
        long timeout = settings.statementTimeout().toMillis();
        source.setOptions("-c statement_timeout=" + timeout + " -c lock_timeout=" + timeout / 2
                + " -c idle_in_transaction_session_timeout=30000");
        // The server gives up first and says why; the socket's limit is for one that has fallen silent.
        source.setSocketTimeout((int) settings.statementTimeout().toSeconds() + 2);
        source.setPrepareThreshold(PREPARE_THRESHOLD);
        source.setPreparedStatementCacheQueries(CACHED_STATEMENTS);
        source.setPreparedStatementCacheSizeMiB(CACHED_STATEMENTS_MIB);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    private static PGSimpleDataSource source(Settings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        if (!settings.user().isEmpty()) {
            source.setUser(settings.user());
        }
        if (!settings.password().isEmpty()) {
            source.setPassword(settings.password());
        }
        source.setApplicationName("clientele");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS + 1);
        source.setTcpKeepAlive(true);
        return source;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public Durability durability() {
        return settings.durability();
    }

    @Override
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Borrowed borrow() throws SQLException {
        return watch.lend(connection());
    }

    @Override
    public int size() {
        return settings.maximumPoolSize();
    }

    @Override
    public Duration statementTimeout() {
        return settings.statementTimeout();
    }

    /** Inside a transaction the limit ends with it, even if it fails. */
    @Override
    public void limit(Connection connection, long millis) throws SQLException {
        Connections.run(
                connection, "set " + (connection.getAutoCommit() ? "" : "local ") + "statement_timeout = " + millis);
    }

    @Override
    public void unlimit(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            Connections.run(connection, "reset statement_timeout");
        }
    }

    @Override
    public void hurry(Connection connection, long millis) {
        // Whoever waits here costs others little.
    }

    @Override
    public void unhurry(Connection connection) {
        // It never hurried.
    }

    @Override
    public Connection ownerConnection() throws SQLException {
        return source(settings).getConnection();
    }

    @Override
    public void harden() {
        // The commit was durable before it returned.
    }

    @Override
    public Optional<Deferred> soften() {
        return Optional.of(SOFT);
    }

    @Override
    public void close() {
        watch.close();
        pool.close();
    }

    /** What the watch may do. */
    private final class Watched implements SilenceWatch.Server {
        @Override
        public Connection connect() throws SQLException {
            return ownerConnection();
        }

        @Override
        public void cut(Connection connection) {
            Connections.cut(pool, connection, PgConnection.class);
        }

        @Override
        public void mistrust() {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
