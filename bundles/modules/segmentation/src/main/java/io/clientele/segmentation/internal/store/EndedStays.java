package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Stays that ended: as rows, or many that ended together in one row, as it is indexes that make a row dear. Whoever writes here has entered the
 * {@link Gate}.
 */
final class EndedStays {
    /** As many as a block holds; the view of H2 looks for no more. */
    static final int MOST = 1000;

    private static final int LEAST = 100;
    private static final String BLOCK = "insert into segmentation_stay_block (segment_id, ended_at, end_cause_id,"
            + " first_customer_id, last_customer_id, customers, since, causes) ";

    /**
     * For PostgreSQL, what ends the stays of members whom a part {@code gone} of the same {@code with} puts out: as rows, then as blocks, only one of
     * which finds anything. Each takes the segment, when they ended, and the cause.
     */
    static final String OF_GONE = "few as (" + Recomputation.STAY
            + "select ?, customer_id, since, cause_id, ?, ? from gone where (select count(*) from gone) < " + LEAST
            + "), many as (" + BLOCK + "select ?, ?, ?, min(customer_id), max(customer_id), array_agg(customer_id),"
            + " array_agg(since), array_agg(cause_id) from (select g.*, (row_number() over (order by customer_id) - 1) / "
            + MOST + " as part from gone g where (select count(*) from gone) >= " + LEAST + ") m group by part)";

    private static final String STAYS = "min(m.customer_id), max(m.customer_id),"
            + " array_agg(m.customer_id order by m.customer_id), array_agg(m.since order by m.customer_id),"
            + " array_agg(m.cause_id order by m.customer_id) ";
    private static final String DELETED = "from old table (merge into segmentation_member m using unnest(?) g(id)"
            + " on m.segment_id = ? and m.customer_id = g.id when matched then delete) m ";

    private EndedStays() {}

    /** Puts members out on H2, {@link #MOST} at most. */
    static void end(Connection connection, long segment, Long[] gone, Cause cause) throws SQLException {
        String sql = gone.length < LEAST
                ? Recomputation.STAY + "select m.segment_id, m.customer_id, m.since, m.cause_id, ?, ? " + DELETED
                : BLOCK + "select m.segment_id, ?, ?, " + STAYS + DELETED + "group by m.segment_id";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, Sql.utc(cause.at()));
            insert.setLong(2, cause.id());
            insert.setArray(3, connection.createArrayOf("bigint", gone));
            insert.setLong(4, segment);
            insert.executeUpdate();
        }
    }

    /** Makes the stays of one customer rows, to be changed as such; its blocks are written anew without it. */
    static void release(Connection connection, long customer) throws SQLException {
        for (long block : with(connection, customer)) {
            MergedTable.run(
                    connection,
                    Recomputation.STAY + "select segment_id, customer_id, since, cause_id, ended_at, end_cause_id"
                            + " from segmentation_blocked where block_id = ? and customer_id = ?",
                    block,
                    customer);
            MergedTable.run(
                    connection,
                    BLOCK + "select m.segment_id, m.ended_at, m.end_cause_id, " + STAYS
                            + "from segmentation_blocked m where m.block_id = ? and m.customer_id <> ?"
                            + " group by m.segment_id, m.ended_at, m.end_cause_id",
                    block,
                    customer);
            MergedTable.run(connection, "delete from segmentation_stay_block where id = ?", block);
        }
    }

    private static List<Long> with(Connection connection, long customer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select block_id from segmentation_blocked"
                + " where first_customer_id <= ? and last_customer_id >= ? and customer_id = ?")) {
            select.setLong(1, customer);
            select.setLong(2, customer);
            select.setLong(3, customer);
            return Sql.longs(select);
        }
    }
}
