package io.clientele.segmentation.internal.grade;

import io.clientele.facts.Subquery;
import io.clientele.persistence.CopyRows;
import io.clientele.persistence.Dialect;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who is in which band. Whoever writes here has entered the gate. */
final class GradeTable {
    static final int SLOTS = 12;
    private static final String STAY = "segmentation_grade_stay (scale_id, customer_id, band, since)";
    private static final int BATCH = 10_000;

    private final Connection connection;
    private final Dialect dialect;
    private final KeptScale kept;

    GradeTable(Connection connection, Dialect dialect, KeptScale kept) {
        this.connection = connection;
        this.dialect = dialect;
        this.kept = kept;
    }

    /** A customer who goes from one band to another; null is none. */
    record Change(long customer, @Nullable String from, @Nullable String to) {}

    /** The column of a scale; the number in it is ours. */
    static String column(KeptScale kept) {
        return column(kept.slot());
    }

    static String column(int slot) {
        if (slot < 1 || slot > SLOTS) {
            throw new IllegalArgumentException("slot " + slot);
        }
        return "band_" + slot;
    }

    /** Everybody whom {@code values} finds, with what it tells of each in {@code f1}. */
    Standings standings(Subquery values) throws SQLException {
        Scale scale = kept.scale();
        Standings standings = new Standings();
        String sql = "select v.id, v.f1, g." + column(kept) + " from (" + values.sql()
                + ") v left join segmentation_grade g on g.customer_id = v.id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            values.bind(select, 1);
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    double number = row.getDouble(2);
                    double value = row.wasNull() ? Double.NaN : number;
                    standings.add(row.getLong(1), value, scale.numberOf(row.getString(3)));
                }
            }
        }
        return standings;
    }

    /** Moves customers, and remembers where they were. */
    void move(List<Change> changes, Instant at) throws SQLException {
        for (int from = 0; from < changes.size(); from += BATCH) {
            List<Change> part = changes.subList(from, Math.min(from + BATCH, changes.size()));
            end(
                    part.stream()
                            .filter(change -> change.from != null)
                            .map(Change::customer)
                            .toList(),
                    at);
            begin(part.stream().filter(change -> change.to != null).toList(), at);
            place(part);
        }
    }

    /** Nobody is in a band that there is not any more. */
    void dropOthers(Instant at) throws SQLException {
        Object[] keys = kept.scale().all().stream().map(Band::key).toArray();
        try (PreparedStatement end = connection.prepareStatement("update segmentation_grade_stay set ended_at = ?"
                + " where scale_id = ? and ended_at is null and not (band = any(?))")) {
            end.setObject(1, Sql.utc(at));
            end.setLong(2, kept.id());
            end.setArray(3, connection.createArrayOf("varchar", keys));
            end.executeUpdate();
        }
        String column = column(kept);
        try (PreparedStatement clear = connection.prepareStatement("update segmentation_grade set " + column
                + " = null where " + column + " is not null and not (" + column + " = any(?))")) {
            clear.setArray(1, connection.createArrayOf("varchar", keys));
            clear.executeUpdate();
        }
    }

    private void end(List<Long> customers, Instant at) throws SQLException {
        if (!customers.isEmpty()) {
            try (PreparedStatement update =
                    connection.prepareStatement("update segmentation_grade_stay set ended_at = ? where scale_id = ?"
                            + " and ended_at is null and customer_id = any(?)")) {
                update.setObject(1, Sql.utc(at));
                update.setLong(2, kept.id());
                update.setArray(3, connection.createArrayOf("bigint", customers.toArray()));
                update.executeUpdate();
            }
        }
    }

    private void begin(List<Change> changes, Instant at) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            CopyRows rows = new CopyRows();
            for (Change change : changes) {
                rows.add(kept.id())
                        .add(change.customer)
                        .add(change.to)
                        .add(at.toString())
                        .end();
            }
            rows.send(connection, STAY);
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + STAY + " values (?, ?, ?, ?)")) {
            for (Change change : changes) {
                insert.setLong(1, kept.id());
                insert.setLong(2, change.customer);
                insert.setString(3, change.to);
                insert.setObject(4, Sql.utc(at));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Customers who have a row get the band in it, those of one band together; the others get a row. */
    private void place(List<Change> changes) throws SQLException {
        Set<Long> there = there(changes.stream().map(Change::customer).toList());
        TreeMap<String, List<Long>> byBand = new TreeMap<>();
        List<Change> fresh = new ArrayList<>();
        for (Change change : changes) {
            if (there.contains(change.customer)) {
                byBand.computeIfAbsent(change.to == null ? "" : change.to, band -> new ArrayList<>())
                        .add(change.customer);
            } else if (change.to != null) {
                fresh.add(change);
            }
        }
        String sql = "update segmentation_grade set " + column(kept) + " = ? where customer_id = any(?)";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (String band : byBand.keySet()) {
                update.setString(1, band.isEmpty() ? null : band);
                update.setArray(
                        2, connection.createArrayOf("bigint", byBand.get(band).toArray()));
                update.executeUpdate();
            }
        }
        insert(fresh);
    }

    private Set<Long> there(Collection<Long> customers) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select customer_id from segmentation_grade where customer_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("bigint", customers.toArray()));
            return new HashSet<>(Sql.longs(select));
        }
    }

    private void insert(List<Change> fresh) throws SQLException {
        String target = "segmentation_grade (customer_id, " + column(kept) + ")";
        if (dialect == Dialect.POSTGRESQL) {
            CopyRows rows = new CopyRows();
            fresh.forEach(change -> rows.add(change.customer).add(change.to).end());
            rows.send(connection, target);
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + target + " values (?, ?)")) {
            for (Change change : fresh) {
                insert.setLong(1, change.customer);
                insert.setString(2, change.to);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
