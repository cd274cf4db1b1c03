package io.clientele.segmentation.internal.store;

import static io.clientele.segmentation.internal.store.MergedTable.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Moves clusters, and cells of matrices on the days that were written down, from one customer to another, and back by what was noted. Where both
 * have one, that of the survivor counts.
 */
public final class MergedPlaceTable {
    private static final String NOTE =
            "insert into segmentation_merge_place (merge_id, kind, matrix_id, taken_on, cell) select cast(? as bigint),"
                    + " case when exists (select 1 from ";
    private static final String KIND = ") then 'dropped' else 'kept' end, ";
    private static final String NOTED =
            " exists (select 1 from segmentation_merge_place n where n.merge_id = ? and n.kind = ";
    private static final String SAME_DAY =
            " and n.matrix_id = segmentation_place.matrix_id and n.taken_on = segmentation_place.taken_on)";

    private MergedPlaceTable() {}

    /** Gives the survivor the other's cells and cluster, in a unit of work that has entered the {@link Gate}. */
    public static void move(Connection connection, MergedTable.Pair pair) throws SQLException {
        long merge = pair.merge();
        long survivor = pair.survivor();
        long other = pair.other();
        run(
                connection,
                NOTE + "segmentation_place s where s.customer_id = ? and s.matrix_id = p.matrix_id"
                        + " and s.taken_on = p.taken_on" + KIND
                        + "p.matrix_id, p.taken_on, p.cell from segmentation_place p where p.customer_id = ?",
                merge,
                survivor,
                other);
        run(
                connection,
                NOTE + "segmentation_cluster s where s.customer_id = ?" + KIND
                        + "cast(null as bigint), cast(null as date), p.cluster"
                        + " from segmentation_cluster p where p.customer_id = ?",
                merge,
                survivor,
                other);
        run(
                connection,
                "delete from segmentation_place where customer_id = ? and" + NOTED + "'dropped'" + SAME_DAY,
                other,
                merge);
        run(
                connection,
                "delete from segmentation_cluster where customer_id = ? and" + NOTED
                        + "'dropped' and n.matrix_id is null)",
                other,
                merge);
        run(connection, "update segmentation_place set customer_id = ? where customer_id = ?", survivor, other);
        run(connection, "update segmentation_cluster set customer_id = ? where customer_id = ?", survivor, other);
    }

    /** Gives everything back that is still there, likewise. */
    public static void moveBack(Connection connection, MergedTable.Pair pair) throws SQLException {
        long merge = pair.merge();
        long survivor = pair.survivor();
        long other = pair.other();
        run(
                connection,
                "update segmentation_place set customer_id = ? where customer_id = ? and" + NOTED + "'kept'" + SAME_DAY,
                other,
                survivor,
                merge);
        run(
                connection,
                "update segmentation_cluster set customer_id = ? where customer_id = ? and" + NOTED
                        + "'kept' and n.matrix_id is null)",
                other,
                survivor,
                merge);
        run(
                connection,
                "insert into segmentation_place (matrix_id, taken_on, customer_id, cell)"
                        + " select n.matrix_id, n.taken_on, cast(? as bigint), n.cell from segmentation_merge_place n"
                        + " where n.merge_id = ? and n.kind = 'dropped' and n.matrix_id is not null",
                other,
                merge);
        run(
                connection,
                "insert into segmentation_cluster (customer_id, cluster) select cast(? as bigint), n.cell"
                        + " from segmentation_merge_place n"
                        + " where n.merge_id = ? and n.kind = 'dropped' and n.matrix_id is null",
                other,
                merge);
        run(connection, "delete from segmentation_merge_place where merge_id = ?", merge);
    }

    /** Forgets what was noted of clusters: all customers have been put into others. */
    public static void forgetClusters(Connection connection) throws SQLException {
        run(connection, "delete from segmentation_merge_place where matrix_id is null");
    }

    /** Forgets what was noted of a matrix that is removed. */
    public static void forget(Connection connection, long matrix) throws SQLException {
        run(connection, "delete from segmentation_merge_place where matrix_id = ?", matrix);
    }

    /** Forgets what was noted of a day of a matrix that is written down anew. */
    public static void forget(Connection connection, long matrix, LocalDate day) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from segmentation_merge_place where matrix_id = ? and taken_on = ?")) {
            delete.setLong(1, matrix);
            delete.setObject(2, day);
            delete.executeUpdate();
        }
    }
}
