package io.clientele.persistence.internal;

import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Connections to one database, opened so that a commit can be made durable. */
interface Pool extends AutoCloseable {
    static Pool open(Settings settings) {
        return settings.dialect() == Dialect.H2 ? new H2Pool(settings) : new PostgresPool(settings);
    }

    Dialect dialect();

    Durability durability();

    /** A connection for the work of users, in autocommit; closing it gives it back. */
    Connection connection() throws SQLException;

    /** A {@link #connection} that can be cut. */
    Borrowed borrow() throws SQLException;

    /** How many {@link #connection}s there are. */
    int size();

    /** How long a statement may take where nothing else is said. */
    Duration statementTimeout();

    /** Lets the statements of a connection take {@code millis} at the most. */
    void limit(Connection connection, long millis) throws SQLException;

    /** Undoes {@link #limit}, as far as giving the connection back does not. */
    void unlimit(Connection connection) throws SQLException;

    /** Lets a connection wait for locks for {@code millis} at the most, where a wait is at the cost of others. */
    void hurry(Connection connection, long millis) throws SQLException;

    /** Undoes {@link #hurry}. */
    void unhurry(Connection connection) throws SQLException;

    /** A connection outside the pool that may change tables and waits without limit; closing it ends it. */
    Connection ownerConnection() throws SQLException;

    /** Returns once everything committed so far survives a loss of power, as far as the durability asks for it. */
    void harden() throws SQLException;

    /** What a unit of work has to say lest its commit wait for the disk, where it would without {@link #harden} being called. */
    Optional<Deferred> soften();

    @Override
    void close();
}
