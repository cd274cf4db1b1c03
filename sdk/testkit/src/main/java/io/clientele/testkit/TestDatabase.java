package io.clientele.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh, empty databases for tests: H2 in memory, and a real PostgreSQL that is started once per JVM on a free loopback port and ends with
 * it. Use with {@code @ParameterizedTest @EnumSource}.
 */
public enum TestDatabase {
    H2 {
        @Override
        public Location create() {
            return new Location("jdbc:h2:mem:t" + COUNTER.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        public Location create() {
            String name = "t" + COUNTER.incrementAndGet();
            String server = "jdbc:postgresql://127.0.0.1:" + SharedPostgres.PORT + "/";
            try (Connection c = DriverManager.getConnection(server + "postgres", "postgres", "");
                    Statement s = c.createStatement()) {
                s.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("cannot create a test database", e);
            }
            return new Location(server + name, "postgres", "");
        }
    };

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** Makes an empty database. */
    public abstract Location create();

    /** How to reach a database. */
    public record Location(String url, String user, String password) {
        /** A new connection, which the caller closes. */
        public Connection connect() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            return DriverManager.getConnection(url, properties);
        }
    }

    private static final class SharedPostgres {
        static final int PORT = start().getPort();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
            }
        }
    }
}
