package io.clientele.events.internal.store;

import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where feeds stand, and which node works on them. Leases go by the clock of the database. */
public final class FeedTable {
    private static final String CURSOR = "base, target, position, round_end";
    private final Dialect dialect;
    private final String now;
    private final String later;
    private final String node;

    /** For the node of this name. */
    public FeedTable(Dialect dialect, String node) {
        boolean h2 = dialect == Dialect.H2;
        this.dialect = dialect;
        this.now = h2 ? "current_timestamp" : "clock_timestamp()";
        this.later = h2 ? "dateadd('SECOND', ?, current_timestamp)" : "clock_timestamp() + make_interval(secs => ?)";
        this.node = node;
    }

    public boolean exists(Connection connection, String feed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1 from events_feed where feed = ?")) {
            select.setString(1, feed);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The feeds whose names begin so. */
    public Set<String> named(Connection connection, String prefix) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select feed from events_feed where feed >= ? and feed < ?")) {
            select.setString(1, prefix);
            select.setString(2, prefix + Character.MAX_VALUE);
            try (ResultSet rows = select.executeQuery()) {
                Set<String> names = new HashSet<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    /** A feed, whose it is, and whether the module is asked only once the feed has caught up. */
    public record Reader(String feed, String module, boolean beforeRequests) {}

    /** Adds a feed that was never seen before; fails with a broken unique rule if another node has just done so. */
    public void add(Connection connection, Reader reader, Cursor cursor) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into events_feed (" + CURSOR
                + ", feed, module, before_requests) values (?, ?, ?, ?, ?, ?, ?)")) {
            bind(insert, cursor);
            insert.setString(5, reader.feed());
            insert.setString(6, reader.module());
            insert.setBoolean(7, reader.beforeRequests());
            insert.executeUpdate();
        }
    }

    /** Whether a feed is free to take. An embedded database has one process: whoever had the feed before is gone. */
    public boolean isFree(Connection connection, String feed) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from events_feed where feed = ? and " + free())) {
            select.setString(1, feed);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private String free() {
        return dialect == Dialect.H2
                ? "(node is null or node <> '" + node + "' or leased_until < " + now + ")"
                : "(node is null or leased_until < " + now + ")";
    }

    /** Takes a free feed for this node. */
    public Optional<Lease> take(Connection connection, Reader reader, int seconds) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update events_feed set node = ?, module = ?, before_requests = ?, hung = false, fence = fence + 1, leased_until = "
                        + later + " where feed = ? and " + free())) {
            update.setString(1, node);
            update.setString(2, reader.module());
            update.setBoolean(3, reader.beforeRequests());
            update.setInt(4, seconds);
            update.setString(5, reader.feed());
            if (update.executeUpdate() == 0) {
                return Optional.empty();
            }
        }
        try (PreparedStatement select = connection.prepareStatement("select fence from events_feed where feed = ?")) {
            select.setString(1, reader.feed());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.of(new Lease(reader.feed(), row.getLong(1)));
            }
        }
    }

    /** Makes the leases of this node last, except of feeds that are being moved: that does so by itself. */
    public void renew(Connection connection, int seconds) throws SQLException {
        List<String> feeds = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select feed from events_feed where node = ? for update skip locked")) {
            select.setString(1, node);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    feeds.add(rows.getString(1));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update events_feed set leased_until = " + later + " where node = ? and feed = ?")) {
            for (String feed : feeds) {
                update.setInt(1, seconds);
                update.setString(2, node);
                update.setString(3, feed);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Where the feed stands, which nobody else moves until the unit of work ends; fails if the lease is lost. */
    public Cursor lock(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + CURSOR + " from events_feed where feed = ? and fence = ? for update")) {
            select.setString(1, lease.feed());
            select.setLong(2, lease.fence());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new LostLeaseException(lease);
                }
                return cursor(row, 1);
            }
        }
    }

    /** Moves a feed that is locked, and makes its lease last. */
    public void move(Connection connection, Lease lease, Moved moved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update events_feed set base = ?, target = ?, position = ?, round_end = ?, handled = handled + ?,"
                        + " leased_until = " + later + " where feed = ?")) {
            bind(update, moved.to());
            update.setInt(5, moved.handled());
            update.setInt(6, moved.leaseSeconds());
            update.setString(7, lease.feed());
            update.executeUpdate();
        }
    }

    /** Where a feed goes to, and how many events were handled on the way. */
    public record Moved(Cursor to, int handled, int leaseSeconds) {}

    /** Says that the worker of a feed hangs. */
    public void hang(Connection connection, Lease lease) throws SQLException {
        change(connection, lease, "hung = true");
    }

    /** Gives a feed back, so that any node may take it at once. */
    public void release(Connection connection, Lease lease) throws SQLException {
        change(connection, lease, "node = null, hung = false");
    }

    private static void change(Connection connection, Lease lease, String what) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update events_feed set " + what + " where feed = ? and fence = ?")) {
            update.setString(1, lease.feed());
            update.setLong(2, lease.fence());
            update.executeUpdate();
        }
    }

    /** Deletes a feed that no node has; returns whether there was one. */
    public boolean delete(Connection connection, String feed) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from events_feed where feed = ? and (node is null or leased_until < " + now + ")")) {
            delete.setString(1, feed);
            return delete.executeUpdate() > 0;
        }
    }

    /** Every feed, in the order of names. */
    public List<StoredFeed> all(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(stored(""))) {
            return stored(select);
        }
    }

    /** The feeds that a module must have caught up with before it is asked. */
    public List<StoredFeed> beforeRequests(Connection connection, String module) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(stored(" where f.module = ? and f.before_requests = true"))) {
            select.setString(1, module);
            return stored(select);
        }
    }

    private String stored(String where) {
        return "select " + CURSOR + ", feed, module, node is not null and leased_until >= " + now
                + ", hung, handled, (select count(*) from events_parked p where p.feed = f.feed)"
                + " from events_feed f" + where + " order by feed";
    }

    private static List<StoredFeed> stored(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<StoredFeed> feeds = new ArrayList<>();
            while (row.next()) {
                feeds.add(new StoredFeed(
                        row.getString(5),
                        row.getString(6),
                        cursor(row, 1),
                        row.getBoolean(7),
                        row.getBoolean(8),
                        row.getLong(9),
                        row.getLong(10)));
            }
            return feeds;
        }
    }

    private static Cursor cursor(ResultSet row, int at) throws SQLException {
        @Nullable String base = row.getString(at);
        @Nullable String target = row.getString(at + 1);
        return new Cursor(base, target, row.getLong(at + 2), row.getLong(at + 3));
    }

    private static void bind(PreparedStatement statement, Cursor cursor) throws SQLException {
        statement.setString(1, cursor.base());
        statement.setString(2, cursor.target());
        statement.setLong(3, cursor.position());
        statement.setLong(4, cursor.roundEnd());
    }
}
