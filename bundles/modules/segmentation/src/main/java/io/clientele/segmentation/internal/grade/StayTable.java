package io.clientele.segmentation.internal.grade;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is told about the customers of bands, of those whom a query finds. */
final class StayTable {
    private static final int MOST_STAYS = 1_000;
    private static final int AT_ONCE = 10_000;

    private StayTable() {}

    /** Customers and what they are worth together. */
    record Sum(long customers, double value) {
        static final Sum NOTHING = new Sum(0, 0);
    }

    /** Two moments. */
    record Span(Instant from, Instant to) {}

    /** How many went from one band to another; null is none. */
    record Move(@Nullable String before, @Nullable String after, long customers) {}

    /** What {@code values} tells in {@code f1}, summed up for each band. */
    static Map<String, Sum> sums(Connection connection, KeptScale kept, Subquery values) throws SQLException {
        boolean worth = kept.status() != KeptScale.Status.SUSPENDED;
        String column = "g." + GradeTable.column(kept);
        String sql = "select " + column + ", count(*), " + (worth ? "coalesce(sum(v.f1), 0)" : "0") + " from ("
                + values.sql() + ") v join segmentation_grade g on g.customer_id = v.id where " + column
                + " is not null group by " + column;
        Map<String, Sum> sums = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            values.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.put(row.getString(1), new Sum(row.getLong(2), row.getDouble(3)));
                }
            }
        }
        return sums;
    }

    static List<Move> moves(Connection connection, long scale, Subquery seen, Span span) throws SQLException {
        String at = " and since < ? and (ended_at is null or ended_at >= ?)";
        String sql = "select a.band, b.band, count(*) from (" + seen.sql() + ") s"
                + " left join (select customer_id, band from segmentation_grade_stay where scale_id = ?" + at
                + ") a on a.customer_id = s.id"
                + " left join (select customer_id, band from segmentation_grade_stay where scale_id = ?" + at
                + ") b on b.customer_id = s.id"
                + " where a.band is not null or b.band is not null group by a.band, b.band";
        List<Move> moves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = seen.bind(select, 1);
            for (Instant moment : List.of(span.from, span.to)) {
                select.setLong(next, scale);
                select.setObject(next + 1, Sql.utc(moment));
                select.setObject(next + 2, Sql.utc(moment));
                next += 3;
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    moves.add(new Move(row.getString(1), row.getString(2), row.getLong(3)));
                }
            }
        }
        return moves;
    }

    /** By how much each band grew on each day, in UTC; days on which none did are not there. */
    static SortedMap<LocalDate, Map<String, Long>> growth(Connection connection, long scale, Subquery seen)
            throws SQLException {
        String sql = "select y.on_day, y.band, sum(y.growth) from ("
                + "select cast(since at time zone 'UTC' as date) as on_day, band, customer_id, 1 as growth"
                + " from segmentation_grade_stay where scale_id = ?"
                + " union all select cast(ended_at at time zone 'UTC' as date), band, customer_id, -1"
                + " from segmentation_grade_stay where scale_id = ? and ended_at is not null"
                + ") y join (" + seen.sql() + ") s on s.id = y.customer_id group by y.on_day, y.band";
        SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, scale);
            select.setLong(2, scale);
            seen.bind(select, 3);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
        }
        return days;
    }

    /** Takes a customer and one of its stays; all are null of a customer who had none. */
    interface Stays {
        void take(long customer, @Nullable String band, @Nullable Instant since, @Nullable Instant until);
    }

    /** The stays on a scale that had not ended by some moment. */
    record Since(long scale, Instant moment) {}

    /** Every customer whom {@code seen} finds with each of these stays, by ascending ids, in the order of the stays. */
    static void each(Connection connection, Since since, Subquery seen, Stays stays) throws SQLException {
        String sql = "select s.id, g.band, g.since, g.ended_at from (" + seen.sql()
                + ") s left join segmentation_grade_stay g on g.customer_id = s.id and g.scale_id = ?"
                + " and (g.ended_at is null or g.ended_at >= ?) order by s.id, g.since";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AT_ONCE);
            int next = seen.bind(select, 1);
            select.setLong(next, since.scale);
            select.setObject(next + 1, Sql.utc(since.moment));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stays.take(row.getLong(1), row.getString(2), moment(row, 3), moment(row, 4));
                }
            }
        }
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static List<GradeHistory.Stay> of(Connection connection, long scale, Subquery seen) throws SQLException {
        String sql = "select g.band, g.since, g.ended_at from segmentation_grade_stay g join (" + seen.sql()
                + ") s on s.id = g.customer_id where g.scale_id = ?"
                + " order by g.since desc, g.ended_at desc nulls first limit " + MOST_STAYS;
        List<GradeHistory.Stay> stays = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(seen.bind(select, 1), scale);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stays.add(new GradeHistory.Stay(row.getString(1), Sql.instant(row, 2), moment(row, 3)));
                }
            }
        }
        return stays;
    }
}
