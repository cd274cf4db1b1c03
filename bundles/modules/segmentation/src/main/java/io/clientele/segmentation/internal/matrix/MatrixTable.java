package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.store.MergedPlaceTable;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Matrices as they are kept, and the statements that place customers in them. */
public final class MatrixTable {
    private MatrixTable() {}

    /** A matrix as it is written. */
    record Saved(long id, long version, String definition) {}

    /** A cell by its classes, from 1. */
    public record Place(int x, int y) {}

    /** Who stands in a cell. */
    public record Count(int x, int y, long customers, double money) {}

    /** How to tell the cell of each customer of {@code customers}, which is called {@code m}. */
    record Cells(String sql, Subquery customers) {}

    /** A matrix on two days. */
    record Days(long matrix, LocalDate from, LocalDate to) {}

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

    /** The values at these shares of the first fact, each once: the same on both databases, linear between neighbours. */
    static List<Double> quantiles(Connection connection, Subquery values, List<Double> shares) throws SQLException {
        TreeSet<Double> points = new TreeSet<>();
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
        return List.copyOf(points);
    }

    static List<Count> counts(Connection connection, Matrix matrix, Subquery customers) throws SQLException {
        String money = matrix.money() == null ? "0" : "m.f3";
        String sql = "select k.x, k.y, count(*), sum(k.money) from (select "
                + matrix.x().sql("m.f1") + " as x, "
                + matrix.y().sql("m.f2") + " as y, coalesce(" + money + ", 0) as money from (" + customers.sql()
                + ") m) k where k.x is not null and k.y is not null group by k.x, k.y order by k.x, k.y";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            customers.bind(select, 1);
            List<Count> counts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(new Count(row.getInt(1), row.getInt(2), row.getLong(3), row.getDouble(4)));
                }
            }
            return counts;
        }
    }

    static void note(Connection connection, long matrix, LocalDate day, Cells cells) throws SQLException {
        MergedPlaceTable.forget(connection, matrix, day);
        try (PreparedStatement delete =
                connection.prepareStatement("delete from segmentation_place where matrix_id = ? and taken_on = ?")) {
            delete.setLong(1, matrix);
            delete.setObject(2, day);
            delete.executeUpdate();
        }
        String sql = "insert into segmentation_place (matrix_id, taken_on, customer_id, cell)"
                + " select ?, ?, k.id, k.cell from (select m.id, " + cells.sql + " as cell from ("
                + cells.customers.sql() + ") m) k where k.cell is not null";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, matrix);
            insert.setObject(2, day);
            cells.customers.bind(insert, 3);
            insert.executeUpdate();
        }
    }

    static List<LocalDate> noted(Connection connection, long matrix) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct taken_on from segmentation_place where matrix_id = ? order by taken_on")) {
            select.setLong(1, matrix);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
        }
        return days;
    }

    static long[][] moves(Connection connection, Days days, Subquery seen, int size) throws SQLException {
        String sql = "select p.cell_before, p.cell_after, count(*) from (select customer_id,"
                + " max(case when taken_on = ? then cell else 0 end) as cell_before,"
                + " max(case when taken_on = ? then cell else 0 end) as cell_after from segmentation_place"
                + " where matrix_id = ? and taken_on in (?, ?) group by customer_id) p join (" + seen.sql()
                + ") s on s.id = p.customer_id group by p.cell_before, p.cell_after";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, days.from);
            select.setObject(2, days.to);
            select.setLong(3, days.matrix);
            select.setObject(4, days.from);
            select.setObject(5, days.to);
            seen.bind(select, 6);
            long[][] moves = new long[size][size];
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int from = row.getInt(1);
                    int to = row.getInt(2);
                    if (from < size && to < size) {
                        moves[from][to] = row.getLong(3);
                    }
                }
            }
            return moves;
        }
    }
}
