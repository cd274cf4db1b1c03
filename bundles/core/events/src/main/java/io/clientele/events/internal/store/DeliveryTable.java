package io.clientele.events.internal.store;

import io.clientele.events.Event;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is still to be sent to webhooks. When something is due goes by the clock of the database. */
public final class DeliveryTable {
    private static final int MAX_OUTCOME = 200;
    private static final String OWNED = " where hook = ? and seq = ? and fence = ?";
    private final String node;
    private final String now;
    private final String later;
    private final String due;
    private final String before;

    /** For the node of this name. */
    public DeliveryTable(Dialect dialect, String node) {
        boolean h2 = dialect == Dialect.H2;
        this.node = node;
        this.now = h2 ? "current_timestamp" : "clock_timestamp()";
        this.later = h2 ? "dateadd('SECOND', ?, current_timestamp)" : "clock_timestamp() + make_interval(secs => ?)";
        this.before = h2 ? "dateadd('DAY', -?, current_timestamp)" : "clock_timestamp() - make_interval(days => ?)";
        // An embedded database has one process: whoever had the delivery before is gone.
        String others = h2 ? " or d.node <> '" + node + "'" : "";
        this.due = "d.next_at <= " + now + " and (d.node is null or d.leased_until < " + now + others + ")";
    }

    /** Queues what is not waiting yet, to be sent at once; what was given up begins anew. The webhook must be locked. */
    public void queue(Connection connection, long hook, List<Letter> letters) throws SQLException {
        try (PreparedStatement revive =
                        connection.prepareStatement("update events_delivery set attempts = 0, queued_at = " + now
                                + ", next_at = " + now + " where hook = ? and seq = ? and next_at is null");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into events_delivery (hook, seq, type, body, next_at) select h.id, ?, ?, ?, " + now
                                + " from events_webhook h where h.id = ? and not exists"
                                + " (select 1 from events_delivery d where d.hook = h.id and d.seq = ?)")) {
            for (Letter letter : letters) {
                revive.setLong(1, hook);
                revive.setLong(2, letter.sequence());
                revive.addBatch();
                insert.setLong(1, letter.sequence());
                insert.setString(2, letter.type());
                insert.setString(3, letter.body());
                insert.setLong(4, hook);
                insert.setLong(5, letter.sequence());
                insert.addBatch();
            }
            revive.executeBatch();
            insert.executeBatch();
        }
    }

    /** The events behind a sequence number, in the order of numbers, whoever they are for. */
    public static List<Event> events(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + Rows.EVENT + " from events_event where seq > ? order by seq limit ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return Rows.events(select);
        }
    }

    /** The webhooks that something is due for which nobody is sending. */
    public List<Long> hooksDue(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select h.id from events_webhook h"
                        + " where h.enabled = true and exists (select 1 from events_delivery d where d.hook = h.id and "
                        + due + ")");
                ResultSet rows = select.executeQuery()) {
            List<Long> hooks = new ArrayList<>();
            while (rows.next()) {
                hooks.add(rows.getLong(1));
            }
            return hooks;
        }
    }

    /** Takes what is due for a webhook for this node; none if the webhook is disabled. Waits for no other node. */
    public List<Parcel> claim(Connection connection, long hook, Claim claim) throws SQLException {
        List<Parcel> parcels = claimable(connection, hook, claim.limit());
        try (PreparedStatement update = connection.prepareStatement("update events_delivery set node = ?, fence = ?,"
                + " leased_until = " + later + " where hook = ? and seq = ?")) {
            for (Parcel parcel : parcels) {
                update.setString(1, node);
                update.setLong(2, parcel.fence());
                update.setLong(3, claim.lease().toSeconds());
                update.setLong(4, hook);
                update.setLong(5, parcel.sequence());
                update.addBatch();
            }
            update.executeBatch();
        }
        return parcels;
    }

    /** How much a node takes at once, and for how long it is its own. */
    public record Claim(int limit, Duration lease) {}

    private List<Parcel> claimable(Connection connection, long hook, int limit) throws SQLException {
        String address = "";
        List<String> secrets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select url, secret, case when former_until > "
                + now + " then former_secret end from events_webhook where id = ? and enabled = true")) {
            select.setLong(1, hook);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return List.of();
                }
                address = row.getString(1);
                secrets.add(row.getString(2));
                Optional.ofNullable(row.getString(3)).ifPresent(secrets::add);
            }
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select d.seq, d.fence + 1, d.attempts, d.body from events_delivery d" + " where d.hook = ? and " + due
                        + " order by d.next_at, d.seq limit ? for update skip locked")) {
            select.setLong(1, hook);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Parcel> parcels = new ArrayList<>();
                while (row.next()) {
                    parcels.add(new Parcel(
                            hook, row.getLong(1), row.getLong(2), row.getInt(3), address, secrets, row.getString(4)));
                }
                return parcels;
            }
        }
    }

    /** Notes that a parcel has arrived; does nothing if it is somebody else's by now. */
    public static void arrived(Connection connection, Parcel parcel) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from events_delivery" + OWNED)) {
            own(delete, 1, parcel);
            delete.executeUpdate();
        }
    }

    /** Notes that a parcel has not arrived, and when to try again, or never; does nothing if it is somebody else's by now. */
    public void failed(Connection connection, Parcel parcel, String outcome, @Nullable Duration wait)
            throws SQLException {
        String next = wait == null ? "cast(null as timestamp with time zone)" : later;
        try (PreparedStatement update =
                connection.prepareStatement("update events_delivery set attempts = attempts + 1, node = null,"
                        + " leased_until = null, outcome = ?, next_at = " + next + OWNED)) {
            update.setString(1, outcome.length() > MAX_OUTCOME ? outcome.substring(0, MAX_OUTCOME) : outcome);
            int at = 2;
            if (wait != null) {
                update.setLong(at++, wait.toSeconds());
            }
            own(update, at, parcel);
            update.executeUpdate();
        }
    }

    /** Gives a parcel back that was not sent. */
    public static void release(Connection connection, Parcel parcel) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update events_delivery set node = null, leased_until = null" + OWNED)) {
            own(update, 1, parcel);
            update.executeUpdate();
        }
    }

    private static void own(PreparedStatement statement, int at, Parcel parcel) throws SQLException {
        statement.setLong(at, parcel.hook());
        statement.setLong(at + 1, parcel.sequence());
        statement.setLong(at + 2, parcel.fence());
    }

    /** What waits for a webhook behind a sequence number, or was given up. */
    public static List<Delivery> page(Connection connection, long hook, long after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select seq, type, queued_at, attempts, next_at, outcome"
                        + " from events_delivery where hook = ? and seq > ? order by seq limit ?")) {
            select.setLong(1, hook);
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Delivery> found = new ArrayList<>();
                while (row.next()) {
                    found.add(new Delivery(
                            row.getLong(1),
                            row.getString(2),
                            Objects.requireNonNull(Rows.instant(row, 3)),
                            row.getInt(4),
                            Rows.instant(row, 5),
                            row.getString(6)));
                }
                return found;
            }
        }
    }

    /** Deletes some of what was queued more than {@code days} ago, which has been given up or waits for a disabled webhook. */
    public int deleteOld(Connection connection, EventOrder.Retention retention) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from events_delivery where (hook, seq) in"
                + " (select hook, seq from events_delivery where queued_at < " + before
                + " order by queued_at limit ?)")) {
            delete.setInt(1, retention.days());
            delete.setInt(2, retention.atOnce());
            return delete.executeUpdate();
        }
    }
}
