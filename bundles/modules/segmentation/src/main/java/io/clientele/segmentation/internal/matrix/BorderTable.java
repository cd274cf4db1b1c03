package io.clientele.segmentation.internal.matrix;

import io.clientele.facts.Subquery;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that tell how single customers stand in a matrix, and how far each is from the next border of its cell. */
final class BorderTable {
    /** Further away than anybody is: the distance of those who have no border. */
    private static final String NOWHERE = "cast(1e300 as double precision)";

    private static final double NO_BORDER = 1e300;

    private final Matrix matrix;
    private final String columns;

    /** The standard deviations of both axes; null where all are alike. */
    record Spread(@Nullable Double x, @Nullable Double y) {}

    /** Where a page ended, and the spread that it was measured by: the next is measured by the same, whatever happens meanwhile. */
    record Last(Spread spread, double distance, long customer) {}

    /** A part of a list: the cells in column {@code x} or row {@code y}, what comes after {@code last}, so many. */
    record Part(@Nullable Integer x, @Nullable Integer y, @Nullable Last last, int most) {}

    /** Customers, and what more there is to know where the list goes on. */
    record Found(Standing standing, Last here) {}

    /**
     * What a statement is about: {@code customers} as {@link Matrix#measures} and their name has them.
     *
     * @param told the same matrix with those borders only that may be measured
     */
    BorderTable(Matrix matrix, Matrix told) {
        this.matrix = matrix;
        String name = "m.f" + (matrix.measures().size() + 1);
        columns = "select m.id as id, " + name + " as name, " + matrix.x().sql("m.f1") + " as x, "
                + matrix.y().sql("m.f2") + " as y, " + Matrix.LACKS + " as lacks, "
                + matrix.x().number("m.f1") + " as vx, " + matrix.y().number("m.f2") + " as vy, cast("
                + matrix.sum() + " as double precision) as money, " + matrix.confidence()
                + " as confidence, s.sx, s.sy, "
                + told.x().border("m.f1") + " / s.sx as dx, " + told.y().border("m.f2") + " / s.sy as dy from (";
    }

    /** Those who stand in a cell, whoever is nearest to a border first; {@code all} is the same customers once more, to measure by. */
    List<Found> nearest(Connection connection, Subquery customers, Subquery all, Part part) throws SQLException {
        Last last = part.last;
        Spread spread = last == null ? spread(connection, all) : last.spread;
        String sql = measured(customers.sql())
                + " where k.x is not null and k.y is not null"
                + (part.x == null ? "" : " and k.x = ?")
                + (part.y == null ? "" : " and k.y = ?")
                + (last == null ? "" : " and (k.distance > ? or (k.distance = ? and k.id > ?))")
                + " order by k.distance, k.id limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = bind(select, customers.bind(select, 1), spread);
            for (Integer given :
                    Stream.of(part.x, part.y).filter(each -> each != null).toList()) {
                select.setInt(next++, given);
            }
            if (last != null) {
                select.setDouble(next++, last.distance);
                select.setDouble(next++, last.distance);
                select.setLong(next++, last.customer);
            }
            select.setInt(next, part.most);
            return read(select);
        }
    }

    /** So many of those who stand in a cell, spread over all of them; how far they are from a border is not measured. */
    List<Found> sample(Connection connection, Subquery customers, int most) throws SQLException {
        String sql = measured(customers.sql()) + " where k.x is not null and k.y is not null order by " + leap("k.id")
                + ", k.id limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int next = bind(select, customers.bind(select, 1), new Spread(null, null));
            select.setInt(next, most);
            return read(select);
        }
    }

    /** Those of {@code customers}, wherever they stand. */
    List<Found> of(Connection connection, Subquery customers, Subquery all) throws SQLException {
        Spread spread = spread(connection, all);
        try (PreparedStatement select = connection.prepareStatement(measured(customers.sql()))) {
            int unused = bind(select, customers.bind(select, 1), spread);
            return read(select);
        }
    }

    /**
     * A number for each customer that leaps through all of them in the order in which they were added, the same each time. It is the cube of the id in a
     * prime field: multiples of an id would stay in the order of ids that follow each other at some equal distances.
     */
    static String leap(String id) {
        String rest = "cast(mod(" + id + ", 1000003) as bigint)";
        return "mod(mod(" + rest + " * " + rest + ", 1000003) * " + rest + ", 1000003)";
    }

    private String measured(String customers) {
        return "select k.id, k.name, k.x, k.y, k.lacks, k.vx, k.vy, k.money, k.confidence, k.sx, k.sy, k.dx, k.dy,"
                + " k.distance from (select j.*, coalesce(case when j.dx is null then j.dy"
                + " when j.dy is null or j.dx <= j.dy then j.dx else j.dy end, " + NOWHERE + ") as distance from ("
                + columns + customers + ") m cross join (select cast(? as double precision) as sx,"
                + " cast(? as double precision) as sy) s) j) k";
    }

    /** Read by itself: within a statement about customers, H2 finds it anew for each of them while others write. */
    private Spread spread(Connection connection, Subquery all) throws SQLException {
        String sql = "select " + deviation(matrix.x().number("a.f1")) + ", "
                + deviation(matrix.y().number("a.f2")) + " from (" + all.sql() + ") a";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int unused = all.bind(select, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Spread(Sql.real(row, 1), Sql.real(row, 2));
            }
        }
    }

    /** Of values that are all alike, rounding may leave a little that is no deviation. */
    private static String deviation(String number) {
        return "case when min(" + number + ") < max(" + number + ") then stddev_pop(" + number + ") end";
    }

    private static int bind(PreparedStatement select, int first, Spread spread) throws SQLException {
        Sql.set(select, first, spread.x);
        Sql.set(select, first + 1, spread.y);
        return first + 2;
    }

    private List<Found> read(PreparedStatement select) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Spread spread = new Spread(Sql.real(row, 10), Sql.real(row, 11));
                found.add(new Found(standing(row), new Last(spread, row.getDouble(14), row.getLong(1))));
            }
        }
        return found;
    }

    private Standing standing(ResultSet row) throws SQLException {
        int x = row.getInt(3);
        int y = row.getInt(4);
        int lacks = row.getInt(5);
        Place place = x > 0 && y > 0 ? new Place(x, y) : null;
        return new Standing(
                row.getLong(1),
                row.getString(2),
                place,
                lacks == 0 ? List.of() : lacks == 1 ? List.of("x") : lacks == 2 ? List.of("y") : List.of("x", "y"),
                Sql.real(row, 6),
                Sql.real(row, 7),
                Sql.real(row, 8),
                place == null ? null : Sql.real(row, 9),
                place == null ? null : border(row, place));
    }

    private Standing.@Nullable Border border(ResultSet row, Place place) throws SQLException {
        double distance = row.getDouble(14);
        if (distance == NO_BORDER) {
            return null;
        }
        Double ofX = Sql.real(row, 12);
        Place beyond = ofX != null && ofX == distance
                ? new Place(matrix.x().beyond(place.x(), row.getDouble(6)), place.y())
                : new Place(place.x(), matrix.y().beyond(place.y(), row.getDouble(7)));
        return new Standing.Border(distance, beyond);
    }
}
