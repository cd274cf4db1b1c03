package io.clientele.persistence.internal;

import com.zaxxer.hikari.HikariDataSource;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The embedded H2. Its owner makes tables and flushes; the pool works as another user, who may read and write rows but neither run code
 * nor touch files, so that a hole in a query stays a hole in a query.
 */
final class H2Pool implements Pool {
    private static final String WORKER = "CLIENTELE_WORKER";
    private static final String FILE = "jdbc:h2:file:";
    private static final int LOCK_TIMEOUT_MS = 5_000;
    private final Settings settings;
    private final H2Credentials credentials;
    private final GroupCommit groupCommit;
    private final H2Owner owner;
    private final HikariDataSource pool;
    private final Borrowed.Lender lender;

    H2Pool(Settings settings) {
        this.settings = settings;
        this.credentials = H2Credentials.of(settings);
        this.owner = new H2Owner(this::open);
        this.groupCommit = new GroupCommit(owner::checkpoint);
        this.pool = Connections.pool(
                settings,
                new OwnerFirst(owner, worker()),
                queryTimeout(settings.statementTimeout().toMillis()));
        this.lender = Borrowed.cutBy(connection -> Connections.cut(pool, connection, JdbcConnection.class));
    }

    private static String queryTimeout(long millis) {
        return "SET QUERY_TIMEOUT " + millis;
    }

    /** Without the options of the URL: they are for the owner to set, who opens the database first. */
    private JdbcDataSource worker() {
        int options = settings.url().indexOf(';');
        String url = options < 0 ? settings.url() : settings.url().substring(0, options);
        return source(url, WORKER, credentials.workerPassword());
    }

    private static JdbcDataSource source(String url, String user, String password) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(steadfast(url));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Java closes a file for all when one thread is interrupted in it, as a module's may be; this way H2 opens it again and goes on. */
    private static String steadfast(String url) {
        return url.startsWith(FILE) ? FILE + "retry:" + url.substring(FILE.length()) : url;
    }

    @Override
    public Dialect dialect() {
        return Dialect.H2;
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
        return new Borrowed(connection(), lender);
    }

    @Override
    public int size() {
        return settings.maximumPoolSize();
    }

    @Override
    public Duration statementTimeout() {
        return settings.statementTimeout();
    }

    @Override
    public void limit(Connection connection, long millis) throws SQLException {
        Connections.run(connection, queryTimeout(millis));
    }

    @Override
    public void unlimit(Connection connection) throws SQLException {
        Connections.run(connection, queryTimeout(settings.statementTimeout().toMillis()));
    }

    @Override
    public void hurry(Connection connection, long millis) throws SQLException {
        Connections.run(connection, "SET LOCK_TIMEOUT " + millis);
    }

    @Override
    public void unhurry(Connection connection) throws SQLException {
        hurry(connection, LOCK_TIMEOUT_MS);
    }

    @Override
    public Connection ownerConnection() throws SQLException {
        owner.open();
        return asOwner();
    }

    private Connection asOwner() throws SQLException {
        // The platform closes it when it stops; a hook of the database's own would race with the last requests.
        String url = settings.url() + (settings.url().contains("DB_CLOSE_ON_EXIT") ? "" : ";DB_CLOSE_ON_EXIT=FALSE");
        return source(url, credentials.owner(), credentials.ownerPassword()).getConnection();
    }

    /** Opens the database. Done once: a password that is set while the worker signs in with it is a wrong one for a moment. */
    private Connection open() throws SQLException {
        Connection connection = asOwner();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY " + (durability() == Durability.DURABLE ? 0 : 500));
            statement.execute("SET DEFAULT_LOCK_TIMEOUT " + LOCK_TIMEOUT_MS);
            statement.execute(
                    "CREATE USER IF NOT EXISTS " + WORKER + " PASSWORD '" + credentials.workerPassword() + "'");
            statement.execute("ALTER USER " + WORKER + " SET PASSWORD '" + credentials.workerPassword() + "'");
            statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA PUBLIC TO " + WORKER);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void harden() throws SQLException {
        if (durability() == Durability.DURABLE) {
            groupCommit.await();
        }
    }

    @Override
    public Optional<Deferred> soften() {
        return Optional.empty();
    }

    @Override
    public void close() {
        pool.close();
        owner.close();
    }
}
