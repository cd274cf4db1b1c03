package io.clientele.events.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The webhooks there are. Secrets are written here and read by {@link DeliveryTable} alone. */
public final class WebhookTable {
    private static final String COLUMNS =
            "id, version, url, types, enabled, disabled_because, created_at, replay_from, replay_position, replay_end";
    private static final String ONE = "select " + COLUMNS + " from events_webhook where id = ?";

    private WebhookTable() {}

    /** What an administrator decides about a webhook. */
    public record Settings(String url, Set<String> types, boolean enabled) {
        public Settings {
            types = Set.copyOf(types);
        }

        /** Everything but the address, in which some receivers expect a password. */
        @Override
        public String toString() {
            return "Settings[types=" + types + ", enabled=" + enabled + "]";
        }
    }

    /** Where a replay stands: it has queued what was recorded since {@code from} up to {@code position}, and ends with {@code end}. */
    public record Replay(Webhook webhook, long position, long end) {}

    public static void insert(Connection connection, long id, Settings settings, String secret) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into events_webhook (url, types, enabled, secret, id) values (?, ?, ?, ?, ?)")) {
            bind(insert, settings);
            insert.setString(4, secret);
            insert.setLong(5, id);
            insert.executeUpdate();
        }
    }

    /** Changes a webhook of this version; returns whether it had it. */
    public static boolean update(Connection connection, long id, long version, Settings settings) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update events_webhook set url = ?, types = ?, enabled = ?, disabled_because = null,"
                        + " version = version + 1 where id = ? and version = ?")) {
            bind(update, settings);
            update.setLong(4, id);
            update.setLong(5, version);
            return update.executeUpdate() > 0;
        }
    }

    private static void bind(PreparedStatement statement, Settings settings) throws SQLException {
        statement.setString(1, settings.url());
        statement.setString(2, String.join(",", settings.types()));
        statement.setBoolean(3, settings.enabled());
    }

    /** Signs with {@code secret} from now on, and for so many hours with the one before as well; returns whether there is such a webhook. */
    public static boolean rotate(Connection connection, long id, String secret, int hours) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update events_webhook set former_secret = secret, secret = ?,"
                        + " former_until = current_timestamp + interval '" + hours
                        + "' hour, version = version + 1 where id = ?")) {
            update.setString(1, secret);
            update.setLong(2, id);
            return update.executeUpdate() > 0;
        }
    }

    /** Forgets the secrets that nothing is signed with any more. */
    public static int forgetFormer(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update events_webhook set former_secret = null,"
                + " former_until = null where former_until <= current_timestamp")) {
            return update.executeUpdate();
        }
    }

    /** Disables a webhook that is enabled; returns whether it was. */
    public static boolean disable(Connection connection, long id, String reason) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update events_webhook set enabled = false,"
                + " disabled_because = ?, version = version + 1 where id = ? and enabled = true")) {
            update.setString(1, reason);
            update.setLong(2, id);
            return update.executeUpdate() > 0;
        }
    }

    /** Deletes a webhook with all that waits for it. */
    public static boolean delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from events_webhook where id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        }
    }

    public static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from events_webhook");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    public static Optional<Webhook> find(Connection connection, long id) throws SQLException {
        return replay(connection, ONE, id).map(Replay::webhook);
    }

    /** A webhook that nobody changes, queues for or deletes until the unit of work ends. */
    public static Optional<Replay> lock(Connection connection, long id) throws SQLException {
        return replay(connection, ONE + " for update", id);
    }

    private static Optional<Replay> replay(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** Webhooks behind an id, in the order of ids. */
    public static List<Webhook> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from events_webhook where id > ? order by id limit ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return read(select).stream().map(Replay::webhook).toList();
        }
    }

    private static List<Replay> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<Replay> found = new ArrayList<>();
            while (row.next()) {
                String types = row.getString(4);
                Webhook webhook = new Webhook(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        types.isEmpty() ? Set.of() : Set.of(types.split(",", -1)),
                        row.getBoolean(5),
                        row.getString(6),
                        Objects.requireNonNull(Rows.instant(row, 7)),
                        Rows.instant(row, 8));
                found.add(new Replay(webhook, row.getLong(9), row.getLong(10)));
            }
            return found;
        }
    }

    /** Begins to replay all events that are known by now, or ends a replay if {@code from} is null. */
    public static void replay(Connection connection, long id, @Nullable Instant from) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update events_webhook set replay_from = ?, replay_position = 0,"
                        + " replay_end = (select coalesce(max(seq), 0) from events_event) where id = ?")) {
            update.setObject(1, from == null ? null : from.atOffset(ZoneOffset.UTC));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** Notes how far a replay has come. */
    public static void replayed(Connection connection, long id, long position) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update events_webhook set replay_position = ? where id = ?")) {
            update.setLong(1, position);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
