package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: a cursor is a snapshot, and a round is what a newer snapshot sees besides. A unit that commits late is not in this round but
 * in the next, whatever numbers its events have; nothing is skipped, and nothing waits for it. Within a round events go by number. Those
 * of one customer keep their order in both ways: whoever took the later number could see the earlier event.
 */
final class SnapshotOrder implements EventOrder {
    private static final String BEHIND =
            """
            txid >= pg_snapshot_xmin(cast(? as pg_snapshot))
                and not pg_visible_in_snapshot(txid, cast(? as pg_snapshot))""";
    private static final String ROUND =
            """
            %s and txid < pg_snapshot_xmax(cast(? as pg_snapshot))
                and pg_visible_in_snapshot(txid, cast(? as pg_snapshot))"""
                    .formatted(BEHIND);
    private static final String HAS_NEXT =
            "select txid from events_event where %s order by txid, seq limit 1".formatted(BEHIND);
    // In the order of the index, so that the plan never depends on what the planner believes of the snapshots.
    private static final String SHORT_ROUND =
            "select %s from events_event where %s order by txid, seq limit ?".formatted(Rows.EVENT, ROUND);
    // Fenced off: the planner would look for the least number along the primary key, past all events there ever were.
    static final String ENDS =
            "select min(seq), max(seq) from (select seq from events_event where %s offset 0) round".formatted(ROUND);
    static final String BY_INDEX = "set local enable_seqscan = off";
    private static final String BY_ANY = "set local enable_seqscan to default";
    private static final String WINDOW =
            """
            select %s from events_event where seq > ? and seq <= ?
                and not pg_visible_in_snapshot(txid, cast(? as pg_snapshot))
                and pg_visible_in_snapshot(txid, cast(? as pg_snapshot)) order by seq limit ?"""
                    .formatted(Rows.EVENT);
    private static final String LEFT =
            """
            %s and (cast(? as pg_snapshot) is null
                or seq > ? or not pg_visible_in_snapshot(txid, cast(? as pg_snapshot)))"""
                    .formatted(BEHIND);
    private static final String LEFT_BEFORE =
            """
            select txid from events_event where %s and txid < pg_snapshot_xmax(cast(? as pg_snapshot))
                and pg_visible_in_snapshot(txid, cast(? as pg_snapshot)) order by txid, seq limit 1"""
                    .formatted(LEFT);
    private static final String BACKLOG =
            """
            select count(*), min(seq), (select max(seq) from events_event)
                from (select seq from events_event where %s order by txid, seq limit %d) waiting"""
                    .formatted(LEFT, COUNTED + 1);
    private static final String DELETE =
            """
            delete from events_event where seq in (select seq from events_event e
                where recorded_at < clock_timestamp() - make_interval(days => ?)
                    and not exists (select 1 from events_feed f
                        where not pg_visible_in_snapshot(e.txid, cast(f.base as pg_snapshot))
                            and (f.target is null or e.seq > f.position
                                or not pg_visible_in_snapshot(e.txid, cast(f.target as pg_snapshot))))
                order by seq limit ?)""";

    @Override
    public Cursor start() {
        return Cursor.seenBy("1:1:");
    }

    @Override
    public Cursor now(Connection connection) throws SQLException {
        return Cursor.seenBy(snapshot(connection));
    }

    private static String snapshot(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select cast(pg_current_snapshot() as varchar)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public boolean hasNext(Connection connection, Cursor cursor) throws SQLException {
        if (cursor.target() != null) {
            return true;
        }
        try (PreparedStatement select = connection.prepareStatement(HAS_NEXT)) {
            select.setString(1, base(cursor));
            select.setString(2, base(cursor));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public boolean reaches(Connection connection, Cursor at, Cursor end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEFT_BEFORE)) {
            bindLeft(select, at);
            select.setString(6, base(end));
            select.setString(7, base(end));
            try (ResultSet row = select.executeQuery()) {
                return !row.next();
            }
        }
    }

    @Override
    public Slice next(Connection connection, Cursor cursor, int limit) throws SQLException {
        if (cursor.target() != null) {
            return window(connection, cursor, limit);
        }
        // Taken in an earlier statement than the events are read in, so that all it sees can be read.
        String target = snapshot(connection);
        List<Event> events = shortRound(connection, base(cursor), target, limit + 1);
        if (events.isEmpty()) {
            return new Slice(events, cursor);
        }
        if (events.size() <= limit) {
            events.sort(Comparator.comparingLong(Event::sequence));
            return new Slice(events, Cursor.seenBy(target));
        }
        return window(connection, longRound(connection, base(cursor), target), limit);
    }

    private static List<Event> shortRound(Connection connection, String base, String target, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHORT_ROUND)) {
            bindRound(select, base, target);
            select.setInt(5, limit);
            return new ArrayList<>(Rows.events(select));
        }
    }

    private static Cursor longRound(Connection connection, String base, String target) throws SQLException {
        try (Statement planner = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(ENDS)) {
            planner.execute(BY_INDEX);
            bindRound(select, base, target);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Cursor(base, target, row.getLong(1) - 1, row.getLong(2));
            } finally {
                planner.execute(BY_ANY);
            }
        }
    }

    private static void bindRound(PreparedStatement select, String base, String target) throws SQLException {
        select.setString(1, base);
        select.setString(2, base);
        select.setString(3, target);
        select.setString(4, target);
    }

    /** The next part of a long round, along the primary key. */
    private static Slice window(Connection connection, Cursor cursor, int limit) throws SQLException {
        String target = Objects.requireNonNull(cursor.target());
        try (PreparedStatement select = connection.prepareStatement(WINDOW)) {
            select.setLong(1, cursor.position());
            select.setLong(2, cursor.roundEnd());
            select.setString(3, base(cursor));
            select.setString(4, target);
            select.setInt(5, limit);
            List<Event> events = Rows.events(select);
            return new Slice(events, after(cursor, target, events));
        }
    }

    private static Cursor after(Cursor cursor, String target, List<Event> events) {
        long last = events.isEmpty()
                ? cursor.roundEnd()
                : events.get(events.size() - 1).sequence();
        return last >= cursor.roundEnd()
                ? Cursor.seenBy(target)
                : new Cursor(cursor.base(), target, last, cursor.roundEnd());
    }

    @Override
    public Backlog backlog(Connection connection, Cursor cursor) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BACKLOG)) {
            bindLeft(select, cursor);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long counted = row.getLong(1);
                if (counted == 0) {
                    return new Backlog(0, null);
                }
                long oldest = row.getLong(2);
                return new Backlog(counted <= COUNTED ? counted : row.getLong(3) - oldest + 1, at(connection, oldest));
            }
        }
    }

    private static void bindLeft(PreparedStatement select, Cursor cursor) throws SQLException {
        select.setString(1, base(cursor));
        select.setString(2, base(cursor));
        select.setString(3, cursor.target());
        select.setLong(4, cursor.position());
        select.setString(5, cursor.target());
    }

    private static java.time.@Nullable Instant at(Connection connection, long sequence) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select recorded_at from events_event where seq = ?")) {
            select.setLong(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Rows.instant(row, 1) : null;
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

    private static String base(Cursor cursor) {
        return Objects.requireNonNull(cursor.base(), "a cursor of another database");
    }
}
