package io.clientele.segmentation.internal.grade;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.segmentation.internal.Json;
import io.clientele.segmentation.internal.store.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What scales there are. */
final class ScaleTable {

    private ScaleTable() {}

    static void insert(Connection connection, KeptScale kept) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_scale (definition, cuts, cut_on, graded_at, status, id, key_name, version, slot)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            set(insert, kept);
            insert.setString(7, kept.scale().key());
            insert.setLong(8, kept.version());
            insert.setInt(9, kept.slot());
            insert.executeUpdate();
        }
    }

    /** Writes what a scale is and how it stands; false if {@code before} is not its newest version. */
    static boolean update(Connection connection, KeptScale kept, long before) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segmentation_scale set definition = ?, cuts = ?, cut_on = ?, graded_at = ?, status = ?"
                        + ", version = ? where id = ? and version = ?")) {
            set(update, kept);
            update.setLong(6, kept.version());
            update.setLong(7, kept.id());
            update.setLong(8, before);
            return update.executeUpdate() == 1;
        }
    }

    private static void set(PreparedStatement statement, KeptScale kept) throws SQLException {
        statement.setString(1, write(kept.scale()));
        statement.setString(2, kept.cuts().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        Sql.set(statement, 3, kept.cutOn());
        Instant graded = kept.gradedAt();
        statement.setObject(4, graded == null ? null : Sql.utc(graded));
        statement.setString(5, kept.status().code());
        statement.setLong(6, kept.id());
    }

    /** All scales, in the order in which they were added. */
    static List<KeptScale> all(Connection connection) throws SQLException {
        List<KeptScale> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, version, slot, definition, cuts, cut_on, graded_at, status"
                                + " from segmentation_scale order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String cuts = row.getString(5);
                OffsetDateTime graded = row.getObject(7, OffsetDateTime.class);
                all.add(new KeptScale(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        read(row.getString(4)),
                        cuts.isEmpty()
                                ? List.of()
                                : Stream.of(cuts.split(" "))
                                        .map(Double::valueOf)
                                        .toList(),
                        row.getObject(6, LocalDate.class),
                        graded == null ? null : graded.toInstant(),
                        KeptScale.Status.of(row.getString(8))));
            }
        }
        return all;
    }

    /** Removes a scale with all that is known of its customers. */
    static void delete(Connection connection, KeptScale kept) throws SQLException {
        String column = GradeTable.column(kept);
        for (String sql : List.of(
                "delete from segmentation_grade_stay where scale_id = ?",
                "delete from segmentation_scale where id = ?")) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setLong(1, kept.id());
                delete.executeUpdate();
            }
        }
        try (PreparedStatement clear = connection.prepareStatement(
                "update segmentation_grade set " + column + " = null where " + column + " is not null")) {
            clear.executeUpdate();
        }
    }

    private static Scale read(String definition) {
        try {
            return Json.MAPPER.readValue(definition, Scale.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scale cannot be read", e);
        }
    }

    static String write(Scale scale) {
        try {
            return Json.MAPPER.writeValueAsString(scale);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scale is made of plain records", e);
        }
    }
}
