package io.clientele.bench.server;

import io.clientele.bench.measure.ProcessTree;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A PostgreSQL of its own on a free loopback port, set up so that a commit is on the disk when it is acknowledged. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final ProcessTree tree;

    private Postgres(EmbeddedPostgres server, ProcessTree tree) {
        this.server = server;
        this.tree = tree;
    }

    /**
     * Starts it with its files below {@code directory}.
     *
     * @param home where an installed server is to be taken from, with its {@code bin} and {@code lib}; else the one that the bench brings
     */
    public static Postgres start(Path directory, Optional<Path> home) throws IOException, SQLException {
        Path data = directory.resolve("postgres");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        home.ifPresent(path -> builder.setPgBinaryResolver(new InstalledPostgres(path)));
        EmbeddedPostgres server = builder.setDataDirectory(data)
                // Where distributions put the socket, only their own user may write.
                .setServerConfig("unix_socket_directories", directory.toString())
                .setCleanDataDirectory(true)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "100")
                .start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        Postgres postgres = new Postgres(server, new ProcessTree(pid));
        postgres.insistOnDurability();
        return postgres;
    }

    /** The postmaster and all its processes. */
    public ProcessTree tree() {
        return tree;
    }

    /** Where {@code database} is found by JDBC; the user is {@code postgres}, without a password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    /** Makes an empty database, after dropping one of that name. */
    public void create(String database) throws SQLException {
        execute("postgres", "drop database if exists " + database + " with (force)");
        execute("postgres", "create database " + database + " encoding 'UTF8' template template0");
    }

    /** Removes dead rows, refreshes the planner's statistics and writes out what is dirty, so that no round pays for what was before. */
    public void settle(String database) throws SQLException {
        execute(database, "vacuum (analyze)");
        execute(database, "checkpoint");
    }

    /** Runs one statement. */
    public void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection that the caller closes. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** Its version and what its compiler was told. */
    public String describe() throws SQLException {
        return "PostgreSQL " + ask("show server_version") + ", compiled with "
                + ask("select setting from pg_config where name = 'CFLAGS'").replaceAll("-(?!O)\\S+ *", "");
    }

    private void insistOnDurability() throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (!"on".equals(ask("show " + setting))) {
                throw new IllegalStateException(setting + " is off: figures would be of another database");
            }
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
