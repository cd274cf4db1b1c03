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
    private static final String SEEN =
            """
            and txid < pg_snapshot_xmax(cast(? as pg_snapshot))
                and pg_visible_in_snapshot(txid, cast(? as pg_snapshot))""";
    private static final String HAS_NEXT = behind("1", "", "1");
    static final String SHORT_ROUND = behind(Rows.EVENT, SEEN, "?");
    // Fenced off: the planner would look for the least number along the primary key, past all events there ever were.
    static final String ENDS =
            "select min(seq), max(seq) from (%s) round".formatted(behind("seq", SEEN, "all offset 0"));
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
            and (cast(? as pg_snapshot) is null
                or seq > ? or not pg_visible_in_snapshot(txid, cast(? as pg_snapshot)))""";
    private static final String LEFT_BEFORE = behind("1", LEFT + ' ' + SEEN, "1");
    private static final String BACKLOG =
            """
            select count(*), min(seq), (select max(seq) from events_event)
                from (select seq from (%s) behind limit %d) waiting"""
                    .formatted(behind("seq", LEFT, Integer.toString(COUNTED + 1)), COUNTED + 1);
    private static final String DELETE =
            """
            delete from events_event where seq in (select seq from events_event e
                where recorded_at < clock_timestamp() - make_interval(days => ?)
                    and not exists (select 1 from events_feed f
                        where not pg_visible_in_snapshot(e.txid, cast(f.base as pg_snapshot))
                            and (f.target is null or e.seq > f.position
                                or not pg_visible_in_snapshot(e.txid, cast(f.target as pg_snapshot))))
                order by seq limit ?)""";

    /**
     * The events that a snapshot does not see, for which it is bound first and again after what {@code more} and {@code limit} bind: those of
     * units that were running then, unit by unit, and those that came later. One that runs for long keeps back the least number that a
     * snapshot knows; whoever looked from there on would pass again and again all that was handled since.
     */
    private static String behind(String columns, String more, String limit) {
        return """
                select e.* from pg_snapshot_xip(cast(? as pg_snapshot)) late(txid) cross join lateral
                    (select %1$s from events_event where txid = late.txid %2$s order by seq limit %3$s) e
                union all
                (select %1$s from events_event where txid >= pg_snapshot_xmax(cast(? as pg_snapshot)) %2$s
                    order by txid, seq limit %3$s)"""
                .formatted(columns, more, limit);
    }

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
            bind(select, left(at, base(end), base(end)));
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
        // Looking at all of it costs much: whoever fails at the first of these events shall not look again.
        return new Slice(List.of(), longRound(connection, base(cursor), target));
    }

    private static List<Event> shortRound(Connection connection, String base, String target, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SHORT_ROUND)) {
            bind(select, List.of(base, target, target, limit));
            return new ArrayList<>(Rows.events(select));
        }
    }

    private static Cursor longRound(Connection connection, String base, String target) throws SQLException {
        try (Statement planner = connection.createStatement();
                PreparedStatement select = connection.prepareStatement(ENDS)) {
            planner.execute(BY_INDEX);
            bind(select, List.of(base, target, target));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Cursor(base, target, row.getLong(1) - 1, row.getLong(2));
            } finally {
                planner.execute(BY_ANY);
            }
        }
    }

    /** Binds these values twice, as {@link #behind} has them. */
    private static void bind(PreparedStatement select, List<?> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            select.setObject(i + 1, values.get(i));
            select.setObject(values.size() + i + 1, values.get(i));
        }
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
            bind(select, left(cursor));
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

    private static List<?> left(Cursor cursor, Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(base(cursor));
        values.add(cursor.target());
        values.add(cursor.position());
        values.add(cursor.target());
        values.addAll(List.of(more));
        return values;
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
