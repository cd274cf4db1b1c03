package io.clientele.registry.internal.store;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.internal.store.StoredHandOver.Order;
import io.clientele.registry.internal.store.StoredHandOver.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hand-overs, those that are done and those that go on. */
public final class HandOverTable {
    private static final String SELECT =
            "select id, from_user, to_user, to_team, filter, begun_by, begun_at, moved, refused, place, done"
                    + " from registry_handover";

    private HandOverTable() {}

    public static void insert(Connection connection, StoredHandOver handOver) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into registry_handover (id, from_user, to_user, to_team, filter,"
                        + " begun_by, begun_at, moved, refused, done) values (?, ?, ?, ?, ?, ?, ?, 0, 0, false)")) {
            Order order = handOver.order();
            insert.setLong(1, handOver.id());
            insert.setLong(2, order.from().value());
            id(insert, 3, order.user() == null ? null : order.user().value());
            id(insert, 4, order.team() == null ? null : order.team().value());
            insert.setString(5, order.filter());
            insert.setLong(6, handOver.begunBy().value());
            CustomerTable.instant(insert, 7, handOver.begunAt());
            insert.executeUpdate();
        }
    }

    private static void id(PreparedStatement statement, int index, @Nullable Long id) throws SQLException {
        if (id == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, id);
        }
    }

    public static Optional<StoredHandOver> find(Connection connection, long id) throws SQLException {
        return one(connection, id, " where id = ?");
    }

    /** The hand-over, which nobody else goes on with until the unit of work ends. */
    public static Optional<StoredHandOver> lock(Connection connection, long id) throws SQLException {
        return one(connection, id, " where id = ? for update");
    }

    private static Optional<StoredHandOver> one(Connection connection, long id, String where) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The newest, by their ids, which are below {@code before}; of one user, or of all if that is null. */
    public static List<StoredHandOver> newest(Connection connection, @Nullable UserId begunBy, long before, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + " where id < ? and (? = 0 or begun_by = ?) order by id desc limit ?")) {
            long user = begunBy == null ? 0 : begunBy.value();
            select.setLong(1, before);
            select.setLong(2, user);
            select.setLong(3, user);
            select.setInt(4, limit);
            return read(select);
        }
    }

    public static void update(Connection connection, long id, Progress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update registry_handover set moved = ?, refused = ?, place = ?, done = ? where id = ?")) {
            update.setLong(1, progress.moved());
            update.setLong(2, progress.refused());
            update.setString(3, progress.place());
            update.setBoolean(4, progress.done());
            update.setLong(5, id);
            update.executeUpdate();
        }
    }

    private static List<StoredHandOver> read(PreparedStatement select) throws SQLException {
        List<StoredHandOver> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long user = row.getLong(3);
                UserId toUser = row.wasNull() ? null : new UserId(user);
                long team = row.getLong(4);
                TeamId toTeam = row.wasNull() ? null : new TeamId(team);
                found.add(new StoredHandOver(
                        row.getLong(1),
                        new Order(new UserId(row.getLong(2)), toUser, toTeam, row.getString(5)),
                        new UserId(row.getLong(6)),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        new Progress(row.getLong(8), row.getLong(9), row.getString(10), row.getBoolean(11))));
            }
        }
        return found;
    }
}
