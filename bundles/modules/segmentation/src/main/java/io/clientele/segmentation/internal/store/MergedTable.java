package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Moves places in lists and ended stays from one customer to another, and back by what was noted. Whoever writes here has entered the {@link Gate}. */
public final class MergedTable {
    private static final String IN_LISTS = " from segmentation_member m where m.customer_id = ?"
            + " and m.segment_id in (select id from segmentation_segment where kind = 'list')";
    private static final String SURVIVOR_TOO =
            " exists (select 1 from segmentation_member s where s.segment_id = m.segment_id and s.customer_id = ?)";
    private static final String NOTE = "insert into segmentation_merge (merge_id, kind, segment_id, since, cause_id,"
            + " ended_at) select cast(? as bigint), '";
    private static final String SIZES = "update segmentation_segment set size ="
            + " (select count(*) from segmentation_member m where m.segment_id = segmentation_segment.id)"
            + " where kind = 'list' and id in (select segment_id from segmentation_merge where merge_id = ?)";
    private static final String NOTED =
            " exists (select 1 from segmentation_merge n where n.merge_id = ? and n.kind = ";

    private MergedTable() {}

    /** A merge and its two customers. */
    public record Pair(long merge, long survivor, long other) {}

    /** Gives the survivor the other's places in lists. */
    public static void moveLists(Connection connection, Pair pair) throws SQLException {
        String columns = "', m.segment_id, m.since, m.cause_id, cast(null as timestamp(6) with time zone)" + IN_LISTS;
        run(connection, NOTE + "dropped" + columns + " and" + SURVIVOR_TOO, pair.merge, pair.other, pair.survivor);
        run(connection, NOTE + "kept" + columns + " and not" + SURVIVOR_TOO, pair.merge, pair.other, pair.survivor);
        run(
                connection,
                "update segmentation_member set customer_id = ? where customer_id = ? and segment_id in"
                        + " (select segment_id from segmentation_merge where merge_id = ? and kind = 'kept')",
                pair.survivor,
                pair.other,
                pair.merge);
        run(
                connection,
                "delete from segmentation_member where customer_id = ? and segment_id in"
                        + " (select segment_id from segmentation_merge where merge_id = ? and kind = 'dropped')",
                pair.other,
                pair.merge);
        run(connection, SIZES, pair.merge);
    }

    /** Gives the survivor the other's stays that ended. */
    public static void moveStays(Connection connection, Pair pair) throws SQLException {
        EndedStays.release(connection, pair.other);
        run(
                connection,
                NOTE + "stay', segment_id, since, cause_id, ended_at from segmentation_stay where customer_id = ?",
                pair.merge,
                pair.other);
        run(
                connection,
                "update segmentation_stay set customer_id = ? where customer_id = ?",
                pair.survivor,
                pair.other);
    }

    /** Gives everything back that is still there. */
    public static void moveBack(Connection connection, Pair pair) throws SQLException {
        run(
                connection,
                "update segmentation_member set customer_id = ? where customer_id = ? and" + NOTED
                        + "'kept' and n.segment_id = segmentation_member.segment_id"
                        + " and n.cause_id = segmentation_member.cause_id)",
                pair.other,
                pair.survivor,
                pair.merge);
        run(
                connection,
                "insert into segmentation_member (segment_id, customer_id, since, cause_id)"
                        + " select n.segment_id, cast(? as bigint), n.since, n.cause_id from segmentation_merge n"
                        + " where n.merge_id = ? and n.kind = 'dropped' and exists"
                        + " (select 1 from segmentation_segment g where g.id = n.segment_id)",
                pair.other,
                pair.merge);
        run(
                connection,
                "update segmentation_stay set customer_id = ? where customer_id = ? and" + NOTED
                        + "'stay' and n.segment_id = segmentation_stay.segment_id and n.since = segmentation_stay.since"
                        + " and n.cause_id = segmentation_stay.cause_id and n.ended_at = segmentation_stay.ended_at)",
                pair.other,
                pair.survivor,
                pair.merge);
        run(connection, SIZES, pair.merge);
        run(connection, "delete from segmentation_merge where merge_id = ?", pair.merge);
    }

    static void run(Connection connection, String sql, long... numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < numbers.length; i++) {
                statement.setLong(i + 1, numbers[i]);
            }
            statement.executeUpdate();
        }
    }
}
