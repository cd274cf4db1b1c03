package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All that is kept of one customer, in whichever table of this module. */
public final class TraceTable {
    private static final List<String> TABLES = List.of(
            "segmentation_member",
            "segmentation_stay",
            "segmentation_rfm_summary",
            "segmentation_rfm_score",
            "segmentation_cluster",
            "segmentation_place",
            "segmentation_grade",
            "segmentation_grade_stay");

    private TraceTable() {}

    /** What is told of a customer, and where it stands. */
    public enum Kind {
        SEGMENTS("select s.key_name as segment, m.since from segmentation_member m"
                + " join segmentation_segment s on s.id = m.segment_id where m.customer_id = ? order by m.since, s.id"),
        FORMER("select s.key_name as segment, m.since, m.ended_at as until"
                + " from (select cast(? as bigint) as id) c join segmentation_ended m on m.customer_id = c.id"
                + " and m.first_customer_id <= c.id and m.last_customer_id >= c.id"
                + " join segmentation_segment s on s.id = m.segment_id order by m.since, s.id"),
        RFM("select s.last_purchase, s.frequency, s.money, c.cell, c.group_key from segmentation_rfm_summary s"
                + " left join segmentation_rfm_score c on c.customer_id = s.customer_id where s.customer_id = ?"),
        CLUSTERS("select cluster from segmentation_cluster where customer_id = ?"),
        PLACES("select matrix_id as matrix, taken_on, cell from segmentation_place where customer_id = ?"
                + " order by taken_on, matrix_id"),
        GRADES("select s.key_name as scale, g.band, g.since, g.ended_at as until from segmentation_grade_stay g"
                + " join segmentation_scale s on s.id = g.scale_id where g.customer_id = ? order by g.since, s.id");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The word for it in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Forgets a customer, who is counted no more. */
    public static void delete(Connection connection, long customer) throws SQLException {
        run(
                connection,
                "update segmentation_segment set size = size - 1 where id in"
                        + " (select segment_id from segmentation_member where customer_id = ?)",
                customer);
        EndedStays.release(connection, customer);
        for (String table : TABLES) {
            run(connection, "delete from " + table + " where customer_id = ?", customer);
        }
    }

    private static void run(Connection connection, String sql, long customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, customer);
            statement.executeUpdate();
        }
    }

    /** The rows of one kind, each a text for each column that says something. */
    public static List<Map<String, String>> read(Connection connection, Kind kind, long customer) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(kind.sql)) {
            select.setLong(1, customer);
            try (ResultSet row = select.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                while (row.next()) {
                    Map<String, String> values = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        if (value != null) {
                            values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), Objects.toString(value));
                        }
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }
}
