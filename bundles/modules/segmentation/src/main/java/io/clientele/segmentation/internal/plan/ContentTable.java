package io.clientele.segmentation.internal.plan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is said to the members of segments, as it is kept. For writing the gate must have been entered. */
final class ContentTable {
    private ContentTable() {}

    /** The pieces of a segment as they are written. */
    record Saved(long version, String pieces) {}

    static Optional<Saved> find(Connection connection, long segment) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select version, pieces from segmentation_content where segment_id = ?")) {
            select.setLong(1, segment);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Saved(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    /** Writes the pieces in place of those of the version before, or as the first. */
    static void write(Connection connection, long segment, Saved saved) throws SQLException {
        String sql = saved.version == 1
                ? "insert into segmentation_content (version, pieces, segment_id) values (?, ?, ?)"
                : "update segmentation_content set version = ?, pieces = ? where segment_id = ?";
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setLong(1, saved.version);
            write.setString(2, saved.pieces);
            write.setLong(3, segment);
            write.executeUpdate();
        }
    }
}
