package io.clientele.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What ran for one bundle, kept in {@code persistence_migration}. */
final class History {
    /** How far a migration came. One that is not being run and says {@code RUNNING} was cut off. */
    enum Outcome {
        RUNNING,
        FAILED,
        APPLIED;

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One migration that was tried.
     *
     * @param checksum of the whole migration once it is applied, before that of the statements that are done
     * @param statements how many are done
     */
    record Entry(Outcome outcome, String checksum, int statements) {
        boolean applied() {
            return outcome == Outcome.APPLIED;
        }
    }

    private static final String TABLE =
            """
            create table if not exists persistence_migration (
              bundle varchar(200) not null,
              version int not null,
              name varchar(200) not null,
              outcome varchar(10) not null,
              statements int not null,
              checksum varchar(64) not null,
              failure varchar(2000),
              applied_at timestamp with time zone not null,
              duration_ms bigint not null,
              primary key (bundle, version))""";

    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S04");
    private final String bundle;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    private History(String bundle) {
        this.bundle = bundle;
    }

    /** Reads without a lock, and before there is a table. */
    static History peek(Pool pool, String bundle) throws SQLException {
        try (Connection connection = pool.connection()) {
            return read(connection, bundle);
        } catch (SQLException e) {
            if (NO_TABLE.contains(String.valueOf(e.getSQLState()))) {
                return new History(bundle);
            }
            throw e;
        }
    }

    /** Reads under the lock. */
    static History load(Connection connection, String bundle) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        return read(connection, bundle);
    }

    private static History read(Connection connection, String bundle) throws SQLException {
        History history = new History(bundle);
        try (PreparedStatement query = connection.prepareStatement(
                "select version, outcome, checksum, statements from persistence_migration where bundle = ?")) {
            query.setString(1, bundle);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Outcome outcome = Outcome.valueOf(rows.getString(2).toUpperCase(Locale.ROOT));
                    history.entries.put(rows.getInt(1), new Entry(outcome, rows.getString(3), rows.getInt(4)));
                }
            }
        }
        return history;
    }

    @Nullable
    Entry entry(int version) {
        return entries.get(version);
    }

    /** The numbers of all migrations that were tried. */
    SortedSet<Integer> versions() {
        return new TreeSet<>(entries.keySet());
    }

    /** The number of the newest migration that was applied, or 0. */
    int newest() {
        return entries.entrySet().stream()
                .filter(each -> each.getValue().applied())
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
    }

    /** Replaces what is known of a migration, in the transaction of the connection. */
    void write(Connection connection, Migration migration, Entry entry, Attempt attempt) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                        "delete from persistence_migration where bundle = ? and version = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into persistence_migration (bundle, version, name, outcome, statements, checksum, failure,"
                                + " duration_ms, applied_at) values (?, ?, ?, ?, ?, ?, ?, ?, current_timestamp)")) {
            delete.setString(1, bundle);
            delete.setInt(2, migration.version());
            delete.executeUpdate();
            insert.setString(1, bundle);
            insert.setInt(2, migration.version());
            insert.setString(3, migration.name());
            insert.setString(4, entry.outcome().text());
            insert.setInt(5, entry.statements());
            insert.setString(6, entry.checksum());
            insert.setString(7, attempt.failure());
            insert.setLong(8, attempt.durationMs());
            insert.executeUpdate();
        }
        entries.put(migration.version(), entry);
    }

    String bundle() {
        return bundle;
    }

    /** What a try came upon. */
    record Attempt(@Nullable String failure, long durationMs) {}
}
