package io.clientele.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The owner's connection, which keeps the database open, and is opened anew after the database had to close itself. */
final class H2Owner implements AutoCloseable {
    /** Opens a connection of the owner. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    private final Opening opening;
    private @Nullable Connection connection;

    H2Owner(Opening opening) {
        this.opening = opening;
    }

    /** Makes sure that the database is open and has its users. */
    synchronized void open() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = opening.open();
        }
    }

    /** Writes all committed changes to the disk and waits for it. */
    synchronized void checkpoint() throws SQLException {
        open();
        try (Statement statement = connection().createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("the owner's connection is not open");
        }
        return connection;
    }

    @Override
    public synchronized void close() {
        Connection closing = connection;
        connection = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (SQLException e) {
                // It is of no more use either way, and the next one starts afresh.
                SqlErrors.translate(e);
            }
        }
    }
}
