package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events and what they consist of. */
final class Rows {
    /** The columns of an event, in the order in which {@link #event} finds them. */
    static final String EVENT = "seq, type, customer_id, recorded_at, detail";

    private Rows() {}

    static List<Event> events(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Event> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        }
    }

    static Event event(ResultSet row) throws SQLException {
        long customer = row.getLong(3);
        Long about = row.wasNull() ? null : customer;
        Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
        return new Event(row.getLong(1), row.getString(2), about, at, row.getString(5));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static void bindCustomer(PreparedStatement statement, int at, @Nullable Long customer) throws SQLException {
        if (customer == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, customer);
        }
    }
}
