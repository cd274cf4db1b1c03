package io.clientele.segmentation.internal.store;

import io.clientele.facts.Subquery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who came and went, read from members and stays. */
public final class MoveTable {
    private static final String MOVES =
            """
            select x.moved_at, x.customer_id, x.entered, k.kind, k.event_type, k.actor_id, s.f1 from (
                select since as moved_at, customer_id, true as entered, cause_id from segmentation_member where segment_id = ?
                union all
                select since, customer_id, true, cause_id from segmentation_ended where segment_id = ?
                union all
                select ended_at, customer_id, false, end_cause_id from segmentation_ended where segment_id = ?
            ) x
            join segmentation_cause k on k.id = x.cause_id
            """;

    private MoveTable() {}

    /** One customer's coming or going. */
    public record Entry(Instant at, long customer, String name, boolean entered, Reason reason) {}

    /** Why: a kind of cause, and the event or the user, if it was one. */
    public record Reason(String kind, @Nullable String eventType, @Nullable Long actor) {}

    /** A part of a list from the newest on: before this moment and customer, and how many at most. */
    public record Part(Instant before, long customer, int limit) {}

    /** Who was in at a time, and who of these is not any more. */
    public record Former(long customers, long gone) {}

    /** The newest moves of customers whom {@code seen} finds and names in {@code f1}. */
    public static List<Entry> newest(Connection connection, long segment, Subquery seen, Part part)
            throws SQLException {
        String sql = MOVES + " join (" + seen.sql() + ") s on s.id = x.customer_id"
                + " where x.moved_at < ? or (x.moved_at = ? and x.customer_id < ?)"
                + " order by x.moved_at desc, x.customer_id desc limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, segment);
            select.setLong(2, segment);
            select.setLong(3, segment);
            int next = seen.bind(select, 4);
            select.setObject(next, Sql.utc(part.before()));
            select.setObject(next + 1, Sql.utc(part.before()));
            select.setLong(next + 2, part.customer());
            select.setInt(next + 3, part.limit());
            return entries(select);
        }
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        List<Entry> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Reason reason = new Reason(row.getString(4), row.getString(5), Sql.number(row, 6));
                found.add(new Entry(Sql.instant(row, 1), row.getLong(2), row.getString(7), row.getBoolean(3), reason));
            }
        }
        return found;
    }

    /** How many came and how many went on each day, of those whom {@code seen} finds; days without either are not there. */
    public static SortedMap<LocalDate, Moves> daily(Connection connection, long segment, Subquery seen)
            throws SQLException {
        String sql =
                "select y.on_day, sum(case when y.entered then 1 else 0 end), sum(case when y.entered then 0 else 1 end)"
                        + " from (select cast(x.moved_at at time zone 'UTC' as date) as on_day, x.entered, x.customer_id from ("
                        + "select since as moved_at, customer_id, true as entered from segmentation_member where segment_id = ?"
                        + " union all select since, customer_id, true from segmentation_ended where segment_id = ?"
                        + " union all select ended_at, customer_id, false from segmentation_ended where segment_id = ?) x"
                        + ") y join (" + seen.sql() + ") s on s.id = y.customer_id group by y.on_day";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, segment);
            select.setLong(2, segment);
            select.setLong(3, segment);
            seen.bind(select, 4);
            SortedMap<LocalDate, Moves> days = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.put(row.getObject(1, LocalDate.class), new Moves(row.getLong(2), row.getLong(3)));
                }
            }
            return days;
        }
    }

    /** How many of those whom {@code seen} finds had come before this moment and not gone, and how many of these are in no longer. */
    public static Former former(Connection connection, long segment, Instant at, Subquery seen) throws SQLException {
        String sql = "select count(*), sum(case when m.customer_id is null then 1 else 0 end) from ("
                + "select customer_id from segmentation_member where segment_id = ? and since < ?"
                + " union select customer_id from segmentation_ended"
                + " where segment_id = ? and since < ? and ended_at >= ?) t"
                + " join (" + seen.sql() + ") s on s.id = t.customer_id left join segmentation_member m"
                + " on m.segment_id = ? and m.customer_id = t.customer_id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, segment);
            select.setObject(2, Sql.utc(at));
            select.setLong(3, segment);
            select.setObject(4, Sql.utc(at));
            select.setObject(5, Sql.utc(at));
            select.setLong(seen.bind(select, 6), segment);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Former(row.getLong(1), row.getLong(2));
            }
        }
    }
}
