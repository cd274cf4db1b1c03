package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The events that handlers could not handle, with all there is to know of them, as they outlive the event itself. */
public final class ParkedTable {
    private static final int MAX_ERROR = 1_000;
    private static final String COLUMNS = Rows.EVENT + ", attempts, error, parked_at, retry";
    private static final String OF_FEED = " from events_parked where feed = ?";
    private static final String ONE = " where feed = ? and seq = ?";

    private ParkedTable() {}

    /** How often an event was tried and what came of it. */
    public record Failure(int attempts, String error, Instant at) {
        public Failure {
            error = error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error;
        }

        /** What was thrown, as its class and message; without NUL, which PostgreSQL cannot store. */
        public static String text(Throwable thrown) {
            return thrown.toString().replace('\0', ' ');
        }
    }

    public static void add(Connection connection, String feed, Event event, Failure failure) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into events_parked (feed, " + Rows.EVENT
                + ", attempts, error, parked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, feed);
            insert.setLong(2, event.sequence());
            insert.setString(3, event.type());
            Rows.bindCustomer(insert, 4, event.customer());
            insert.setObject(5, event.at().atOffset(ZoneOffset.UTC));
            insert.setString(6, event.detail());
            insert.setInt(7, failure.attempts());
            insert.setString(8, failure.error());
            insert.setObject(9, failure.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** The parked events of a feed behind a sequence number, in their order. */
    public static List<ParkedEvent> page(Connection connection, String feed, long after, int limit)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + OF_FEED + " and seq > ? order by seq limit ?")) {
            select.setString(1, feed);
            select.setLong(2, after);
            select.setInt(3, limit);
            return parked(select);
        }
    }

    /** The first event of a feed that is to be tried again. */
    public static Optional<ParkedEvent> nextRetry(Connection connection, String feed) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + OF_FEED + " and retry = true order by seq limit 1")) {
            select.setString(1, feed);
            return parked(select).stream().findFirst();
        }
    }

    private static List<ParkedEvent> parked(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<ParkedEvent> parked = new ArrayList<>();
            while (rows.next()) {
                Instant at = Objects.requireNonNull(Rows.instant(rows, 8));
                parked.add(
                        new ParkedEvent(Rows.event(rows), rows.getInt(6), rows.getString(7), at, rows.getBoolean(9)));
            }
            return parked;
        }
    }

    /** The feeds that have events to be tried again. */
    public static Set<String> feedsToRetry(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select distinct feed from events_parked where retry = true");
                ResultSet rows = select.executeQuery()) {
            Set<String> feeds = new HashSet<>();
            while (rows.next()) {
                feeds.add(rows.getString(1));
            }
            return feeds;
        }
    }

    /** Asks for another try; returns whether there is such an event. */
    public static boolean askRetry(Connection connection, String feed, long sequence) throws SQLException {
        return change(connection, "update events_parked set retry = true" + ONE, feed, sequence);
    }

    public static boolean delete(Connection connection, String feed, long sequence) throws SQLException {
        return change(connection, "delete from events_parked" + ONE, feed, sequence);
    }

    /** Notes that another try failed; it is not tried again until somebody asks. */
    public static void failAgain(Connection connection, String feed, Event event, Failure failure) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update events_parked set attempts = attempts + ?, error = ?, parked_at = ?, retry = false" + ONE)) {
            update.setInt(1, failure.attempts());
            update.setString(2, failure.error());
            update.setObject(3, failure.at().atOffset(ZoneOffset.UTC));
            update.setString(4, feed);
            update.setLong(5, event.sequence());
            update.executeUpdate();
        }
    }

    private static boolean change(Connection connection, String sql, String feed, long sequence) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, feed);
            statement.setLong(2, sequence);
            return statement.executeUpdate() > 0;
        }
    }
}
