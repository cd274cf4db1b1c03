package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What segments there are. */
public final class SegmentTable {
    private static final String SELECT =
            "select id, version, key_name, name, kind, filter, purpose, owner_id, valid_from,"
                    + " valid_until, facts, suspended, size, created_at, changed_at, computed_at from segmentation_segment ";

    private SegmentTable() {}

    public static void insert(Connection connection, Segment segment) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_segment (name, filter, purpose, owner_id, valid_from, valid_until, facts,"
                        + " suspended, changed_at, id, version, key_name, kind, size, created_at, computed_at, differences)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)")) {
            int next = definition(insert, segment);
            insert.setLong(next, segment.id());
            insert.setLong(next + 1, segment.version());
            insert.setString(next + 2, segment.key());
            insert.setString(next + 3, segment.definition().kind().code());
            insert.setObject(next + 4, Sql.utc(segment.times().created()));
            insert.setObject(next + 5, Sql.utc(segment.times().computed()));
            insert.executeUpdate();
        }
    }

    /** Writes the definition in place of the one of version {@code before}; false if that is not the newest. */
    public static boolean update(Connection connection, Segment segment, long before) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segmentation_segment set name = ?, filter = ?, purpose = ?, owner_id = ?, valid_from = ?,"
                        + " valid_until = ?, facts = ?, suspended = ?, changed_at = ?, version = ?"
                        + " where id = ? and version = ?")) {
            int next = definition(update, segment);
            update.setLong(next, segment.version());
            update.setLong(next + 1, segment.id());
            update.setLong(next + 2, before);
            return update.executeUpdate() == 1;
        }
    }

    private static int definition(PreparedStatement statement, Segment segment) throws SQLException {
        Definition definition = segment.definition();
        statement.setString(1, definition.name());
        statement.setString(2, definition.filter());
        statement.setString(3, definition.purpose());
        Sql.set(statement, 4, definition.owner());
        Sql.set(statement, 5, definition.validity().from());
        Sql.set(statement, 6, definition.validity().until());
        statement.setString(7, String.join(" ", new TreeSet<>(segment.facts())));
        statement.setString(8, segment.suspended());
        statement.setObject(9, Sql.utc(segment.times().changed()));
        return 10;
    }

    /** Says why a segment rests, or with null that it does not. */
    public static void suspend(Connection connection, long id, @Nullable String reason) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_segment set suspended = ? where id = ?")) {
            update.setString(1, reason);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    public static void grow(Connection connection, long id, long growth) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_segment set size = size + ? where id = ?")) {
            update.setLong(1, growth);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    public static void computed(Connection connection, long id, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_segment set computed_at = ? where id = ?")) {
            update.setObject(1, Sql.utc(at));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** Says that the members were compared with a recomputation, and in how many they differed. */
    public static void checked(Connection connection, long id, Instant at, long differences) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segmentation_segment set checked_at = ?, differences = ? where id = ?")) {
            update.setObject(1, Sql.utc(at));
            update.setLong(2, differences);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** The segments that are there since before {@code time} and were not compared since then. */
    public static Set<Long> uncheckedSince(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select id from segmentation_segment"
                + " where created_at < ? and (checked_at is null or checked_at < ?) order by id")) {
            select.setObject(1, Sql.utc(time));
            select.setObject(2, Sql.utc(time));
            return new LinkedHashSet<>(Sql.longs(select));
        }
    }

    /** The segments whose last comparison found differences. */
    public static Map<String, Long> differing(Connection connection) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select key_name, differences from segmentation_segment where differences > 0");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
        }
        return found;
    }

    /** Removes a segment with all that is known of it. */
    public static void delete(Connection connection, long id) throws SQLException {
        for (String table : List.of(
                "segmentation_member",
                "segmentation_stay",
                "segmentation_stay_block",
                "segmentation_decision",
                "segmentation_difference",
                "segmentation_content")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where segment_id = ?")) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from segmentation_segment where id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    public static Optional<Segment> find(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where id = ?")) {
            select.setLong(1, id);
            return rows(select).stream().findFirst();
        }
    }

    /** Every segment, in the order in which they were added: there are some hundreds at most. */
    public static List<Segment> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "order by id")) {
            return rows(select);
        }
    }

    public static List<Segment> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where id > ? order by id limit ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    private static List<Segment> rows(PreparedStatement select) throws SQLException {
        List<Segment> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(segment(row));
            }
        }
        return found;
    }

    private static Segment segment(ResultSet row) throws SQLException {
        Definition definition = new Definition(
                row.getString(3),
                row.getString(4),
                Kind.of(row.getString(5)).orElseThrow(),
                row.getString(6),
                row.getString(7),
                Sql.number(row, 8),
                new Definition.Validity(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)));
        String facts = row.getString(11);
        return new Segment(
                row.getLong(1),
                row.getLong(2),
                definition,
                facts.isEmpty() ? Set.of() : Set.of(facts.split(" ")),
                row.getString(12),
                row.getLong(13),
                new Segment.Times(Sql.instant(row, 14), Sql.instant(row, 15), Sql.instant(row, 16)));
    }
}
