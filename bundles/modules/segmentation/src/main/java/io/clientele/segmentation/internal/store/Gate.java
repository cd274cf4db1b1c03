package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The one row that whoever moves members locks first, on any node: so what one reads, no other moves before it has written. */
public final class Gate {
    private Gate() {}

    /** How far things have come. */
    public record Mark(long revision, Instant clockedAt) {}

    /** Waits for the gate and keeps it until the unit of work ends. */
    public static Mark enter(Connection connection) throws SQLException {
        return read(connection, " for update");
    }

    /** Looks without waiting. */
    public static Mark look(Connection connection) throws SQLException {
        return read(connection, "");
    }

    private static Mark read(Connection connection, String lock) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select revision, clocked_at from segmentation_gate where id = 1" + lock);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Mark(row.getLong(1), Sql.instant(row, 2));
        }
    }

    /** Says that there are other segments, or other definitions, than before. */
    public static void changed(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_gate set revision = revision + 1 where id = 1")) {
            update.executeUpdate();
        }
    }

    /** Says how far the clock has moved members. */
    public static void clocked(Connection connection, Instant at) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update segmentation_gate set clocked_at = ? where id = 1")) {
            update.setObject(1, Sql.utc(at));
            update.executeUpdate();
        }
    }
}
