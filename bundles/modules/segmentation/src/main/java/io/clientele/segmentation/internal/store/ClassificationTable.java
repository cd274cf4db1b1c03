package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What classifications there are, and which segments their classes are. */
public final class ClassificationTable {
    private ClassificationTable() {}

    /**
     * A classification as it is kept.
     *
     * @param segments the ids of its segments, in the order of the rules
     */
    public record Kept(long id, long version, Classification classification, List<Long> segments) {
        public Kept {
            segments = List.copyOf(segments);
        }
    }

    public static void insert(Connection connection, Kept kept, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_classification (id, version, key_name, name, created_at) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, kept.id);
            insert.setLong(2, kept.version);
            insert.setString(3, kept.classification.key());
            insert.setString(4, kept.classification.name());
            insert.setObject(5, Sql.utc(now));
            insert.executeUpdate();
        }
        rules(connection, kept);
    }

    /** Writes it in place of the one of the version before; false if that is not the newest. */
    public static boolean update(Connection connection, Kept kept) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update segmentation_classification set name = ?, version = ? where id = ? and version = ?")) {
            update.setString(1, kept.classification.name());
            update.setLong(2, kept.version);
            update.setLong(3, kept.id);
            update.setLong(4, kept.version - 1);
            if (update.executeUpdate() == 0) {
                return false;
            }
        }
        delete(connection, "segmentation_class where classification_id", kept.id);
        rules(connection, kept);
        return true;
    }

    private static void rules(Connection connection, Kept kept) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_class (classification_id, place, key_name, filter, segment_id)"
                        + " values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < kept.segments.size(); i++) {
                Classification.Rule rule = kept.classification.rules().get(i);
                insert.setLong(1, kept.id);
                insert.setInt(2, i + 1);
                insert.setString(3, rule.key());
                insert.setString(4, rule.filter());
                insert.setLong(5, kept.segments.get(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    public static void delete(Connection connection, long id) throws SQLException {
        delete(connection, "segmentation_class where classification_id", id);
        delete(connection, "segmentation_classification where id", id);
    }

    private static void delete(Connection connection, String where, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from " + where + " = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    public static Optional<Kept> find(Connection connection, long id) throws SQLException {
        return all(connection).stream().filter(kept -> kept.id == id).findFirst();
    }

    /** All classifications, in the order in which they were added: there are some dozens at most. */
    public static List<Kept> all(Connection connection) throws SQLException {
        List<Kept> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select id, version, key_name, name from segmentation_classification order by id");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Classification empty = new Classification(row.getString(3), row.getString(4), List.of());
                all.add(withRules(connection, new Kept(row.getLong(1), row.getLong(2), empty, List.of())));
            }
        }
        return all;
    }

    private static Kept withRules(Connection connection, Kept empty) throws SQLException {
        List<Classification.Rule> rules = new ArrayList<>();
        List<Long> segments = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select c.key_name, s.name, c.filter, c.segment_id from segmentation_class c"
                        + " join segmentation_segment s on s.id = c.segment_id"
                        + " where c.classification_id = ? order by c.place")) {
            select.setLong(1, empty.id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(new Classification.Rule(row.getString(1), row.getString(2), row.getString(3)));
                    segments.add(row.getLong(4));
                }
            }
        }
        Classification bare = empty.classification;
        return new Kept(empty.id, empty.version, new Classification(bare.key(), bare.name(), rules), segments);
    }

    /** The key of the classification of which a segment is a class, if it is one. */
    public static Optional<String> keyOf(Connection connection, long segment) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select k.key_name from segmentation_classification k"
                        + " join segmentation_class c on c.classification_id = k.id where c.segment_id = ?")) {
            select.setLong(1, segment);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
