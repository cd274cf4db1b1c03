package io.clientele.access.internal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The oldest entry that one page looks at.
 *
 * @param at when it was recorded, or null if there is nothing older
 */
record Floor(long id, @Nullable Instant at) {
    static final Floor NONE = new Floor(0, null);

    /** So many entries are read within some ten milliseconds. */
    private static final int ENTRIES = 20_000;

    /** Ids follow the clocks of the nodes, which differ. */
    private static final Duration SKEW = Duration.ofHours(1);

    static Floor below(Connection connection, long before) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, recorded_at from access_audit where id < ? order by id desc limit 1 offset ?")) {
            query.setLong(1, before);
            query.setInt(2, ENTRIES - 1);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? new Floor(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant())
                        : NONE;
            }
        }
    }

    /** Whether nothing below it can be as late as {@code since}. */
    boolean endsAfter(@Nullable Instant since) {
        return at == null || (since != null && at.isBefore(since.minus(SKEW)));
    }
}
