package io.clientele.events.internal.store;

import io.clientele.events.NewEvent;
import io.clientele.persistence.CopyRows;
import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Writes events, as the last thing in their unit of work. */
public final class EventTable {
    /** The lock that a unit takes at its end when it has appended events on H2. */
    public static final String LOCK = "events.head";

    private static final String POSTGRESQL = "insert into events_event (type, customer_id, detail) values (?, ?, ?)";
    private static final String H2_ONE =
            """
            insert into events_event (type, customer_id, detail, seq)
                select ?, ?, ?, seq from final table (update events_head set seq = seq + 1)""";
    private static final String H2_RESERVE = "select seq from final table (update events_head set seq = seq + ?)";
    private static final String H2_MANY =
            "insert into events_event (type, customer_id, detail, seq) values (?, ?, ?, ?)";
    private final Dialect dialect;

    public EventTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The statement that inserts one event. */
    public Deferred insert(NewEvent event) {
        return new Deferred(
                dialect == Dialect.H2 ? H2_ONE : POSTGRESQL, 3, (insert, first) -> bind(insert, first, event));
    }

    /** Inserts events in their order. */
    public void insert(Connection connection, List<NewEvent> events) throws SQLException {
        if (dialect == Dialect.H2) {
            insertInCommitOrder(connection, events);
            return;
        }
        CopyRows rows = new CopyRows();
        for (NewEvent event : events) {
            Long customer = event.customer();
            rows.add(event.type()).add(customer == null ? null : customer.toString());
            rows.add(event.detail()).end();
        }
        rows.send(connection, "events_event (type, customer_id, detail)");
    }

    private static void insertInCommitOrder(Connection connection, List<NewEvent> events) throws SQLException {
        long sequence = reserve(connection, events.size());
        try (PreparedStatement insert = connection.prepareStatement(H2_MANY)) {
            for (NewEvent event : events) {
                bind(insert, 1, event);
                insert.setLong(4, ++sequence);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Takes some numbers and returns the one before them. */
    private static long reserve(Connection connection, int count) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(H2_RESERVE)) {
            update.setInt(1, count);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1) - count;
            }
        }
    }

    private static void bind(PreparedStatement insert, int first, NewEvent event) throws SQLException {
        insert.setString(first, event.type());
        Rows.bindCustomer(insert, first + 1, event.customer());
        insert.setString(first + 2, event.detail());
    }
}
