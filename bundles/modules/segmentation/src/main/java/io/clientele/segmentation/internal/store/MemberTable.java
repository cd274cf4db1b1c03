package io.clientele.segmentation.internal.store;

import io.clientele.facts.Subquery;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is in which segment, and the stays that ended. Whoever writes here has entered the {@link Gate}. */
public final class MemberTable {
    private static final String END = Recomputation.STAY
            + "select segment_id, customer_id, since, cause_id, ?, ? from segmentation_member m where ";
    private static final String ONE = "segment_id = ? and customer_id = ?";

    private MemberTable() {}

    /** Somebody to put in or out. */
    public record Move(long segment, long customer, Cause cause) {}

    /** Which of these customers are in which segments. */
    public static Map<Long, Set<Long>> among(Connection connection, Collection<Long> customers) throws SQLException {
        Map<Long, Set<Long>> bySegment = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select segment_id, customer_id from segmentation_member where customer_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bySegment
                            .computeIfAbsent(row.getLong(1), segment -> new HashSet<>())
                            .add(row.getLong(2));
                }
            }
        }
        return bySegment;
    }

    /** Who of {@code query} there is. */
    public static Set<Long> ids(Connection connection, Subquery query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query.sql())) {
            query.bind(select, 1);
            return new HashSet<>(Sql.longs(select));
        }
    }

    /** Puts customers in who are not. */
    public static void enter(Connection connection, Collection<Move> moves) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_member (segment_id, customer_id, since, cause_id) values (?, ?, ?, ?)")) {
            for (Move move : moves) {
                insert.setLong(1, move.segment());
                insert.setLong(2, move.customer());
                insert.setObject(3, Sql.utc(move.cause().at()));
                insert.setLong(4, move.cause().id());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Puts members out and keeps their stays. */
    public static void leave(Connection connection, Collection<Move> moves) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END + ONE);
                PreparedStatement delete =
                        connection.prepareStatement("delete from segmentation_member where " + ONE)) {
            for (Move move : moves) {
                end.setObject(1, Sql.utc(move.cause().at()));
                end.setLong(2, move.cause().id());
                end.setLong(3, move.segment());
                end.setLong(4, move.customer());
                end.addBatch();
                delete.setLong(1, move.segment());
                delete.setLong(2, move.customer());
                delete.addBatch();
            }
            end.executeBatch();
            delete.executeBatch();
        }
    }

    /** Whom a cause brought in. */
    public static List<Long> entered(Connection connection, long segment, Cause cause) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select customer_id from segmentation_member where segment_id = ? and cause_id = ?")) {
            select.setLong(1, segment);
            select.setLong(2, cause.id());
            return Sql.longs(select);
        }
    }

    /** Whom a cause put out. */
    public static List<Long> left(Connection connection, long segment, Cause cause) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select customer_id from segmentation_ended"
                + " where segment_id = ? and ended_at = ? and end_cause_id = ?")) {
            select.setLong(1, segment);
            select.setObject(2, Sql.utc(cause.at()));
            select.setLong(3, cause.id());
            return Sql.longs(select);
        }
    }

    /** Since when a customer has been in each of its segments. */
    public static Map<Long, Instant> of(Connection connection, long customer) throws SQLException {
        Map<Long, Instant> since = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select segment_id, since from segmentation_member where customer_id = ?")) {
            select.setLong(1, customer);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    since.put(row.getLong(1), Sql.instant(row, 2));
                }
            }
        }
        return since;
    }

    /** Since when each of these customers has been in the segment. */
    public static Map<Long, Instant> since(Connection connection, long segment, Collection<Long> customers)
            throws SQLException {
        Map<Long, Instant> since = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select customer_id, since from segmentation_member where segment_id = ? and customer_id = any(?)")) {
            select.setLong(1, segment);
            select.setArray(2, connection.createArrayOf("bigint", customers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    since.put(row.getLong(1), Sql.instant(row, 2));
                }
            }
        }
        return since;
    }

    /**
     * In which of {@code segments} the customers whom {@code seen} finds are: a number with a bit for each, the first the lowest, and how many
     * customers are in just these.
     */
    public static Map<Integer, Long> patterns(
            Connection connection, Dialect dialect, List<Long> segments, Subquery seen) throws SQLException {
        // The ids are numbers of ours; nothing else gets into the text.
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            bits.append(" when ")
                    .append((long) segments.get(i))
                    .append(" then ")
                    .append(1 << i);
        }
        String ids = segments.stream().map(id -> Long.toString(id)).collect(Collectors.joining(", "));
        // H2 would look through all members of the segments for each customer, unless only the customer can be looked
        // up.
        String segment = dialect == Dialect.H2 ? "m.segment_id + 0" : "m.segment_id";
        String sql = "select p.pattern, count(*) from (select s.id, sum(case m.segment_id" + bits
                + " else 0 end) as pattern from (" + seen.sql() + ") s left join segmentation_member m"
                + " on m.customer_id = s.id and " + segment + " in (" + ids + ") group by s.id) p group by p.pattern";
        Map<Integer, Long> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int unused = seen.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return found;
    }
}
