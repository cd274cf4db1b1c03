package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.store.MergedPlaceTable;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that place customers in the cells of a matrix, now and on days that were written down. */
public final class PlaceTable {
    private static final int MOST_DAYS = 366;

    private PlaceTable() {}

    /**
     * Who stands in a cell.
     *
     * @param confidence how far their places can be relied on, on average; null if no axis says what it rests on
     */
    public record Count(int x, int y, long customers, double money, @Nullable Double confidence) {}

    /** How many stand nowhere because a fact is not known: that of the first axis only, of the second only, or both. */
    public record Unknown(long x, long y, long both) {}

    /**
     * Who stands where.
     *
     * @param elsewhere how many have a text of which no class is
     */
    public record Counts(List<Count> cells, Unknown unknown, long elsewhere) {}

    /** The cell in which a customer stood on a day that was written down; 0 is none. */
    record Stay(LocalDate day, int cell) {}

    /** How to tell the cell of each customer of {@code customers}, which is called {@code m}. */
    record Cells(String sql, Subquery customers) {}

    /** A matrix on two days. */
    record Days(long matrix, LocalDate from, LocalDate to) {}

    static Counts counts(Connection connection, Matrix matrix, Subquery customers) throws SQLException {
        String sql = "select k.x, k.y, k.lacks, count(*), sum(coalesce(k.money, 0)), avg(k.confidence) from (select "
                + matrix.x().sql("m.f1") + " as x, " + matrix.y().sql("m.f2") + " as y, " + Matrix.LACKS
                + " as lacks, " + matrix.sum() + " as money, " + matrix.confidence() + " as confidence from ("
                + customers.sql() + ") m) k group by k.x, k.y, k.lacks order by k.x, k.y";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            customers.bind(select, 1);
            List<Count> cells = new ArrayList<>();
            long[] nowhere = new long[Matrix.LACKS_BOTH + 1];
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int x = row.getInt(1);
                    int y = row.getInt(2);
                    if (x > 0 && y > 0) {
                        cells.add(new Count(x, y, row.getLong(4), row.getDouble(5), Sql.real(row, 6)));
                    } else {
                        nowhere[row.getInt(3)] += row.getLong(4);
                    }
                }
            }
            return new Counts(cells, new Unknown(nowhere[1], nowhere[2], nowhere[Matrix.LACKS_BOTH]), nowhere[0]);
        }
    }

    /** Where a customer stood on the last days that were written down, the oldest first. */
    static List<Stay> way(Connection connection, long matrix, long customer) throws SQLException {
        String sql = "select d.taken_on, coalesce(p.cell, 0) from (select distinct taken_on from segmentation_place"
                + " where matrix_id = ? order by taken_on desc limit " + MOST_DAYS + ") d"
                + " left join segmentation_place p on p.matrix_id = ? and p.taken_on = d.taken_on and p.customer_id = ?"
                + " order by d.taken_on";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, matrix);
            select.setLong(2, matrix);
            select.setLong(3, customer);
            List<Stay> way = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    way.add(new Stay(row.getObject(1, LocalDate.class), row.getInt(2)));
                }
            }
            return way;
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
