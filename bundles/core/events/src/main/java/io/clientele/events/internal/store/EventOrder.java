package io.clientele.events.internal.store;

import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Hands out every event once to each cursor, however the units of work that appended them overlapped, and the events of one customer in
 * the order in which they happened.
 */
public interface EventOrder {
    /** The largest backlog that is counted one by one. */
    int COUNTED = 10_000;

    static EventOrder of(Dialect dialect) {
        return dialect == Dialect.H2 ? new CommitOrder() : new SnapshotOrder();
    }

    /** A cursor before the oldest event that is kept. */
    Cursor start();

    /** A cursor behind all events that can be seen now. */
    Cursor now(Connection connection) throws SQLException;

    /** Whether {@link #next} would find events. */
    boolean hasNext(Connection connection, Cursor cursor) throws SQLException;

    /** Whether a feed at {@code at} has passed all that lies before {@code end}. */
    boolean reaches(Connection connection, Cursor at, Cursor end) throws SQLException;

    /**
     * The next events, at most {@code limit}; none if there are none, or only ones that are still to be committed: then the cursor stays what it is. None
     * and another cursor mean that there are so many that it is worth writing down which, before they are read.
     */
    Slice next(Connection connection, Cursor cursor, int limit) throws SQLException;

    /** What lies behind the cursor. */
    Backlog backlog(Connection connection, Cursor cursor) throws SQLException;

    /** Deletes some of the oldest events that were recorded more than {@code days} ago and that every feed has handled; returns how many. */
    int deleteOld(Connection connection, Retention retention) throws SQLException;

    /** How long events are kept, and how many are deleted at once. */
    record Retention(int days, int atOnce) {}
}
