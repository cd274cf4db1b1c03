package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.store.MergedPlaceTable;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matrices as they are kept, and where their cut points are. */
final class MatrixTable {
    private MatrixTable() {}

    /** A matrix as it is written. */
    record Saved(long id, long version, String definition) {}

    static void insert(Connection connection, long id, String definition, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_matrix (id, version, definition, created_at) values (?, 1, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, definition);
            insert.setObject(3, Sql.utc(now));
            insert.executeUpdate();
        }
    }

    static boolean update(Connection connection, long id, long version, String definition) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segmentation_matrix set definition = ?, version = version + 1 where id = ? and version = ?")) {
            update.setString(1, definition);
            update.setLong(2, id);
            update.setLong(3, version);
            return update.executeUpdate() == 1;
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        MergedPlaceTable.forget(connection, id);
        for (String sql : List.of(
                "delete from segmentation_place where matrix_id = ?", "delete from segmentation_matrix where id = ?")) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    static Optional<Saved> find(Connection connection, long id) throws SQLException {
        return all(connection).stream().filter(saved -> saved.id == id).findFirst();
    }

    static List<Saved> all(Connection connection) throws SQLException {
        List<Saved> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, version, definition from segmentation_matrix order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(new Saved(row.getLong(1), row.getLong(2), row.getString(3)));
            }
        }
        return all;
    }

    /**
     * The values at these ascending shares of the first fact, one for each, or none where nothing is known: the same on both databases, linear between
     * neighbours.
     */
    static List<Double> quantiles(Connection connection, Subquery values, List<Double> shares) throws SQLException {
        List<Double> points = new ArrayList<>();
        for (double share : shares) {
            String sql = "select percentile_cont(" + share + ") within group (order by v.f1) from (" + values.sql()
                    + ") v where v.f1 is not null";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                values.bind(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    double point = row.getDouble(1);
                    if (!row.wasNull()) {
                        points.add(point);
                    }
                }
            }
        }
        // Each is read by itself, so others may have written in between.
        points.sort(null);
        return points.size() == shares.size() ? points : List.of();
    }
}
