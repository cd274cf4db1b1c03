package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** H2: {@link EventTable} takes each number under a lock that lasts until the commit, so numbers become visible in their order. */
final class CommitOrder implements EventOrder {
    private static final String NEXT = "select " + Rows.EVENT + " from events_event where seq > ? order by seq limit ?";
    private static final String BACKLOG =
            """
            select (select count(*) from (select 1 from events_event where seq > ? limit %1$d)),
                (select max(seq) from events_event),
                (select recorded_at from events_event where seq > ? order by seq limit 1)"""
                    .formatted(COUNTED + 1);
    // H2 asks what stands behind an "in" again for each row that it deletes.
    private static final String DELETE =
            """
            delete from events_event where recorded_at < dateadd('DAY', -?, current_timestamp)
                and seq <= (select coalesce(min(position), %d) from events_feed) fetch first ? rows only"""
                    .formatted(Long.MAX_VALUE);

    @Override
    public Cursor start() {
        return Cursor.at(0);
    }

    @Override
    public Cursor now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select seq from events_head");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Cursor.at(row.getLong(1));
        }
    }

    @Override
    public boolean hasNext(Connection connection, Cursor cursor) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select seq from events_event where seq > ? order by seq limit 1")) {
            select.setLong(1, cursor.position());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public boolean reaches(Connection connection, Cursor at, Cursor end) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from events_event where seq > ? and seq <= ? limit 1")) {
            select.setLong(1, at.position());
            select.setLong(2, end.position());
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }

    @Override
    public Slice next(Connection connection, Cursor cursor, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setLong(1, cursor.position());
            select.setInt(2, limit);
            List<Event> events = Rows.events(select);
            Cursor after = events.isEmpty()
                    ? cursor
                    : Cursor.at(events.get(events.size() - 1).sequence());
            return new Slice(events, after);
        }
    }

    @Override
    public Backlog backlog(Connection connection, Cursor cursor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BACKLOG)) {
            select.setLong(1, cursor.position());
            select.setLong(2, cursor.position());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long counted = row.getLong(1);
                long events = counted <= COUNTED ? counted : row.getLong(2) - cursor.position();
                return new Backlog(events, Rows.instant(row, 3));
            }
        }
    }

    @Override
    public int deleteOld(Connection connection, Retention retention) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setInt(1, retention.days());
            delete.setInt(2, retention.atOnce());
            return delete.executeUpdate();
        }
    }
}
