package io.clientele.registry.internal.store;

import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.registry.internal.store.SavedView.Content;
import io.clientele.registry.internal.store.SavedView.Sharing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saved views. Nothing reads one without saying for whom. */
public final class ViewTable {
    private static final String VISIBLE =
            " and (owner_id = ? or shared = 'all' or (shared = 'team' and team_id = any (?)))";
    private static final String SELECT =
            "select id, version, owner_id, name, filter, sort, columns, shared from registry_view where ";
    private static final String PAGE = SELECT + "id > ?" + VISIBLE + " order by id limit ?";
    private static final String FIND = SELECT + "id = ?" + VISIBLE;
    private static final String COUNT = "select count(*) from registry_view where owner_id = ?";
    private static final String INSERT = "insert into registry_view (team_id, shared, name, filter, sort, columns,"
            + " version, id, owner_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "update registry_view set team_id = ?, shared = ?, name = ?, filter = ?,"
            + " sort = ?, columns = ?, version = ? where id = ? and version = ?";

    private ViewTable() {}

    /** Who looks: a user, and the teams whose views they see. */
    public record Sight(UserId user, Set<TeamId> teams) {
        public Sight {
            teams = Set.copyOf(teams);
        }
    }

    /** The views in sight after {@code after}, in the order of ids. */
    public static List<SavedView> page(Connection connection, Sight sight, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            bind(select, sight, after);
            select.setInt(4, limit);
            return read(select);
        }
    }

    public static Optional<SavedView> find(Connection connection, Sight sight, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select, sight, id);
            return read(select).stream().findFirst();
        }
    }

    public static long count(Connection connection, UserId owner) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setLong(1, owner.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public static void insert(Connection connection, SavedView view, @Nullable TeamId team) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, view, team);
            insert.setLong(9, view.owner().value());
            insert.executeUpdate();
        }
    }

    /** Writes a view over the one of {@code version}; false if that is not the newest. */
    public static boolean update(Connection connection, SavedView view, long version, @Nullable TeamId team)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            bind(update, view, team);
            update.setLong(9, version);
            return update.executeUpdate() == 1;
        }
    }

    /** Deletes the view of {@code version}; false if that is not the newest. */
    public static boolean delete(Connection connection, long id, long version) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from registry_view where id = ? and version = ?")) {
            delete.setLong(1, id);
            delete.setLong(2, version);
            return delete.executeUpdate() == 1;
        }
    }

    private static void bind(PreparedStatement select, Sight sight, long id) throws SQLException {
        select.setLong(1, id);
        select.setLong(2, sight.user().value());
        Object[] teams = sight.teams().stream().map(TeamId::value).toArray();
        select.setArray(3, select.getConnection().createArrayOf("bigint", teams));
    }

    private static void bind(PreparedStatement write, SavedView view, @Nullable TeamId team) throws SQLException {
        Content content = view.content();
        if (team == null) {
            write.setNull(1, Types.BIGINT);
        } else {
            write.setLong(1, team.value());
        }
        write.setString(2, content.shared().code());
        write.setString(3, content.name());
        write.setString(4, content.filter());
        write.setString(5, content.sort());
        write.setString(6, TextList.write(content.columns()));
        write.setLong(7, view.version());
        write.setLong(8, view.id());
    }

    private static List<SavedView> read(PreparedStatement select) throws SQLException {
        List<SavedView> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Sharing shared = Sharing.valueOf(row.getString(8).toUpperCase(Locale.ROOT));
                Content content = new Content(
                        row.getString(4), row.getString(5), row.getString(6), TextList.read(row.getString(7)), shared);
                found.add(new SavedView(row.getLong(1), row.getLong(2), new UserId(row.getLong(3)), content));
            }
        }
        return found;
    }
}
