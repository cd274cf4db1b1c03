package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies one migration and writes down how it went. */
final class MigrationRun {
    private static final int LONGEST_MESSAGE = 2000;
    private final Dialect dialect;
    private final Connection connection;
    private final History history;
    private final long begin = System.nanoTime();

    MigrationRun(Dialect dialect, Connection connection, History history) {
        this.dialect = dialect;
        this.connection = connection;
        this.history = history;
    }

    void apply(Migration migration) throws SQLException {
        List<String> statements = migration.statements(dialect);
        int done = resumeAt(migration, statements);
        boolean whole = dialect == Dialect.POSTGRESQL;
        connection.setAutoCommit(!whole);
        try (Statement statement = connection.createStatement()) {
            while (done < statements.size()) {
                statement.execute(statements.get(done));
                done++;
                if (!whole) {
                    write(migration, unfinished(statements, done), "running", null);
                }
            }
            write(migration, new History.Entry(true, migration.checksum(), done), "applied", null);
            if (whole) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw failed(migration, statements, whole ? 0 : done, e);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private int resumeAt(Migration migration, List<String> statements) {
        History.Entry before = history.entry(migration.version());
        if (before == null || before.statements() == 0) {
            return 0;
        }
        int done = before.statements();
        if (done > statements.size() || !unfinished(statements, done).equals(before)) {
            throw new MigrationException(
                    "The migration " + migration.label() + " of " + history.bundle() + " stopped after " + done
                            + " statements, and these have been edited since; restore them or a backup of the database");
        }
        return done;
    }

    private static History.Entry unfinished(List<String> statements, int done) {
        return new History.Entry(false, Migration.checksum(statements.subList(0, done)), done);
    }

    private MigrationException failed(Migration migration, List<String> statements, int done, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            String kept = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
            write(migration, unfinished(statements, done), "failed", kept);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        return new MigrationException(
                "The migration " + migration.label() + " of " + history.bundle() + " failed: " + message, cause);
    }

    private void write(Migration migration, History.Entry entry, String outcome, @Nullable String failure)
            throws SQLException {
        long durationMs = (System.nanoTime() - begin) / 1_000_000;
        history.write(connection, migration, entry, new History.Attempt(outcome, failure, durationMs));
    }
}
