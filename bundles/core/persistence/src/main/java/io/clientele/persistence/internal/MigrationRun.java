package io.clientele.persistence.internal;

import io.clientele.persistence.Dialect;
import io.clientele.persistence.MigrationException;
import io.clientele.persistence.internal.History.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies one migration and writes down how it went. */
final class MigrationRun {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);
    private static final int LONGEST_MESSAGE = 2000;

    /** A statement that changes a form, and so is never in one transaction with the note of it. */
    private static final Pattern FORM = Pattern.compile("\\s*(?:create|alter|drop)\\b", Pattern.CASE_INSENSITIVE);

    /** What H2 says of a table, view, sequence, index, column or constraint that a statement repeated would make or drop a second time. */
    private static final Set<Integer> DONE_ALREADY = Set.of(
            ErrorCode.TABLE_OR_VIEW_ALREADY_EXISTS_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
            ErrorCode.VIEW_NOT_FOUND_1,
            ErrorCode.SEQUENCE_ALREADY_EXISTS_1,
            ErrorCode.SEQUENCE_NOT_FOUND_1,
            ErrorCode.INDEX_ALREADY_EXISTS_1,
            ErrorCode.INDEX_NOT_FOUND_1,
            ErrorCode.DUPLICATE_COLUMN_NAME_1,
            ErrorCode.COLUMN_NOT_FOUND_1,
            ErrorCode.CONSTRAINT_ALREADY_EXISTS_1,
            ErrorCode.CONSTRAINT_NOT_FOUND_1);

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
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            boolean cutOff = note(migration, unfinished(statements, done));
            while (done < statements.size()) {
                execute(statement, statements.get(done), cutOff);
                cutOff = false;
                done++;
                note(migration, unfinished(statements, done));
            }
            write(migration, new History.Entry(Outcome.APPLIED, migration.checksum(), done), null);
            connection.commit();
        } catch (SQLException e) {
            throw failed(migration, statements, isWhole() ? 0 : done, e);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Whether a migration is one transaction. */
    private boolean isWhole() {
        return dialect == Dialect.POSTGRESQL;
    }

    /**
     * Where statements commit by themselves, writes down how many are done: before the first, so that whatever is made has a trace, and behind each,
     * together with it unless it changes a table's form.
     *
     * @return whether this was written down already: the statement that comes next may have been done when a process ended
     */
    private boolean note(Migration migration, History.Entry entry) throws SQLException {
        if (isWhole()) {
            return false;
        }
        boolean known = entry.equals(history.entry(migration.version()));
        write(migration, entry, null);
        connection.commit();
        return known;
    }

    private static void execute(Statement statement, String text, boolean cutOff) throws SQLException {
        try {
            statement.execute(text);
        } catch (SQLException e) {
            if (!cutOff || !FORM.matcher(text).lookingAt() || !DONE_ALREADY.contains(e.getErrorCode())) {
                throw e;
            }
            LOG.info("Done already when a process ended: {}", e.getMessage());
        }
    }

    private int resumeAt(Migration migration, List<String> statements) throws SQLException {
        History.Entry before = history.entry(migration.version());
        if (before == null || before.statements() == 0) {
            return 0;
        }
        int done = before.statements();
        if (done > statements.size()
                || !before.checksum().equals(unfinished(statements, done).checksum())) {
            String reason = "it stopped after " + done
                    + " statements, and these have been edited since; restore them or a backup of the database";
            fail(migration, new History.Entry(Outcome.FAILED, before.checksum(), done), reason);
            throw new MigrationException(
                    "The migration " + migration.label() + " of " + history.bundle() + " failed: " + reason);
        }
        return done;
    }

    /** Writes down why, so that nobody is told what an earlier try came upon. */
    private void fail(Migration migration, History.Entry entry, String reason) throws SQLException {
        connection.setAutoCommit(false);
        try {
            write(migration, entry, reason);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static History.Entry unfinished(List<String> statements, int done) {
        return new History.Entry(Outcome.RUNNING, Migration.checksum(statements.subList(0, done)), done);
    }

    private MigrationException failed(Migration migration, List<String> statements, int done, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        String kept = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
        String checksum = unfinished(statements, done).checksum();
        try {
            connection.rollback();
            write(migration, new History.Entry(Outcome.FAILED, checksum, done), kept);
            connection.commit();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        return new MigrationException(
                "The migration " + migration.label() + " of " + history.bundle() + " failed: " + message, cause);
    }

    private void write(Migration migration, History.Entry entry, @Nullable String failure) throws SQLException {
        long durationMs = (System.nanoTime() - begin) / 1_000_000;
        history.write(connection, migration, entry, new History.Attempt(failure, durationMs));
    }
}
