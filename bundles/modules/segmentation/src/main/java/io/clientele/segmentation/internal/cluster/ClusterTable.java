package io.clientele.segmentation.internal.cluster;

import io.clientele.facts.Subquery;
import io.clientele.persistence.CopyRows;
import io.clientele.persistence.Dialect;
import io.clientele.segmentation.internal.rfm.Summaries;
import io.clientele.segmentation.internal.store.MergedPlaceTable;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Clusters as they are kept. */
final class ClusterTable {
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final Dialect dialect;

    ClusterTable(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    static Optional<String> last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select findings from segmentation_cluster_run order by ran_at desc, id desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Some customers of a cluster: how many, and what they are like on average. */
    record Means(int customers, double days, double frequency, double money) {}

    /** Those of each cluster whom {@code seen} finds, as they stand on {@code day}; clusters without any are not there. */
    Map<Integer, Means> means(Subquery seen, LocalDate day) throws SQLException {
        String days = dialect == Dialect.H2
                ? "datediff(day, s.last_purchase, cast(? as date))"
                : "cast(? as date) - s.last_purchase";
        String sql = "select c.cluster, count(*), avg(cast(" + days + " as double precision)),"
                + " avg(cast(s.frequency as double precision)), avg(s.money) from segmentation_cluster c"
                + " join segmentation_rfm_summary s on s.customer_id = c.customer_id"
                + " join (" + seen.sql() + ") v on v.id = c.customer_id group by c.cluster";
        Map<Integer, Means> means = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, day);
            int unused = seen.bind(select, 2);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    means.put(
                            row.getInt(1),
                            new Means(row.getInt(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)));
                }
            }
        }
        return means;
    }

    /** Puts the customers of {@code summaries} into the clusters of the same places, and nobody else. */
    void replace(Summaries summaries, int[] clusters) throws SQLException {
        MergedPlaceTable.forgetClusters(connection);
        try (PreparedStatement delete = connection.prepareStatement("delete from segmentation_cluster")) {
            delete.executeUpdate();
        }
        String target = "segmentation_cluster (customer_id, cluster)";
        if (dialect == Dialect.POSTGRESQL) {
            CopyRows rows = new CopyRows();
            for (int i = 0; i < clusters.length; i++) {
                rows.add(summaries.get(i).customer()).add(clusters[i]).end();
            }
            rows.send(connection, target);
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + target + " values (?, ?)")) {
            for (int i = 0; i < clusters.length; i++) {
                insert.setLong(1, summaries.get(i).customer());
                insert.setInt(2, clusters[i]);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** Puts the findings of a run in place of those of the one before. */
    void note(long id, Instant at, String findings) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from segmentation_cluster_run")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_cluster_run (id, ran_at, findings) values (?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setObject(2, Sql.utc(at));
            insert.setString(3, findings);
            insert.executeUpdate();
        }
    }
}
