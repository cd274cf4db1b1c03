package io.clientele.segmentation.internal.store;

import io.clientele.facts.Subquery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Moves members on the embedded database. It has no writing in a {@code with}, asks what stands behind an {@code in} again for each row once anything
 * was written, and runs in this process: so ids are read, compared here, and only those who move are written.
 */
final class EmbeddedMoves {
    private static final int AT_ONCE = 10_000;

    private final Connection connection;
    private final long segment;
    private final Cause cause;

    EmbeddedMoves(Connection connection, long segment, Cause cause) {
        this.connection = connection;
        this.segment = segment;
        this.cause = cause;
    }

    /** Makes those whom the query finds the members. */
    Moves become(Subquery query) throws SQLException {
        IdSet found = found(query);
        IdSet members = members();
        IdSet gone = members.minus(found);
        end(gone);
        return new Moves(insert(found.minus(members)), gone.size());
    }

    /** Puts those whom the query finds beside the members; returns how many were none. */
    long add(Subquery query) throws SQLException {
        return insert(found(query).minus(members()));
    }

    private IdSet found(Subquery query) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query.sql())) {
            query.bind(select, 1);
            return IdSet.of(select);
        }
    }

    private IdSet members() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select customer_id from segmentation_member where segment_id = ?")) {
            select.setLong(1, segment);
            return IdSet.of(select);
        }
    }

    private void end(IdSet gone) throws SQLException {
        for (Long[] part : gone.parts(EndedStays.MOST)) {
            EndedStays.end(connection, segment, part, cause);
        }
    }

    private long insert(IdSet come) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(Recomputation.MEMBER + "select ?, g.id, ?, ? from unnest(?) g(id)")) {
            insert.setLong(1, segment);
            insert.setObject(2, Sql.utc(cause.at()));
            insert.setLong(3, cause.id());
            for (Long[] part : come.parts(AT_ONCE)) {
                insert.setArray(4, connection.createArrayOf("bigint", part));
                insert.executeUpdate();
            }
        }
        return come.size();
    }
}
