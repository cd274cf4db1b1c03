package io.clientele.segmentation.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;

/** Why customers moved. */
public final class CauseTable {
    private CauseTable() {}

    public static void insert(Connection connection, Collection<Cause> causes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into segmentation_cause (id, kind, event_type, event_sequence, actor_id, happened_at)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            for (Cause cause : causes) {
                insert.setLong(1, cause.id());
                insert.setString(2, cause.kind().code());
                if (cause.eventType() == null) {
                    insert.setNull(3, Types.VARCHAR);
                } else {
                    insert.setString(3, cause.eventType());
                }
                Sql.set(insert, 4, cause.eventSequence());
                Sql.set(insert, 5, cause.actor());
                insert.setObject(6, Sql.utc(cause.at()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
