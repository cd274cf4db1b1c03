package io.clientele.access.internal.store;

import io.clientele.access.Caller;
import io.clientele.access.TeamId;
import io.clientele.access.UserId;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions, and what a session or API token says about its user. */
@Component(service = LoginStore.class)
public final class LoginStore {
    /** Something a user signs in with at every request. */
    public enum Kind {
        SESSION("access_session"),
        TOKEN("access_token");

        private final String table;

        Kind(String table) {
            this.table = table;
        }
    }

    /**
     * What is stored of a session or token whose user is active.
     *
     * @param expiresAt null for a token that does not expire
     * @param usedAt when it was last seen in use, to about a minute
     */
    public record Stored(Caller caller, @Nullable Instant expiresAt, Instant usedAt) {}

    private final Transactions transactions;

    @Activate
    public LoginStore(
            @Reference(target = "(bundle=io.clientele.access)") Schema schema, @Reference Transactions transactions) {
        this(transactions);
    }

    public LoginStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The session or token with this hash, unless its user may no longer sign in. */
    public Optional<Stored> find(Kind kind, String hash) {
        return transactions.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select l.expires_at, coalesce(l.used_at, l.created_at), u.id, u.login, u.roles, u.scope, u.team_id from "
                            + kind.table
                            + " l join access_user u on u.id = l.user_id where l.token_hash = ? and u.active")) {
                query.setString(1, hash);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(stored(connection, row)) : Optional.empty();
                }
            }
        });
    }

    /**
     * Keeps a new session of {@code user}, and drops those that have ended.
     *
     * @param passwordHash the hash that the password was just compared with
     * @param idleSince sessions not used since then have ended
     * @return false, with nothing kept, if the user changed meanwhile
     */
    public boolean add(UserId user, String passwordHash, NewSession session, Instant idleSince) {
        return transactions.write(connection -> {
            if (!stillSignsInWith(connection, user, passwordHash)) {
                return false;
            }
            removeEnded(connection, user, session.createdAt(), idleSince);
            try (PreparedStatement insert = connection.prepareStatement("insert into access_session"
                    + " (token_hash, user_id, created_at, expires_at, used_at) values (?, ?, ?, ?, ?)")) {
                insert.setString(1, session.hash());
                insert.setLong(2, user.value());
                insert.setObject(3, utc(session.createdAt()));
                insert.setObject(4, utc(session.expiresAt()));
                insert.setObject(5, utc(session.createdAt()));
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** A session to be. */
    public record NewSession(String hash, Instant createdAt, Instant expiresAt) {}

    /** Ends one session, if it is there. */
    public boolean remove(String hash) {
        return transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from access_session where token_hash = ?")) {
                delete.setString(1, hash);
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** Ends all sessions of a user. */
    public void removeAll(UserId user) {
        transactions.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from access_session where user_id = ?")) {
                delete.setLong(1, user.value());
                return delete.executeUpdate();
            }
        });
    }

    /** Writes down when sessions or tokens were last used. */
    public void used(Kind kind, Map<String, Instant> uses) {
        transactions.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update " + kind.table + " set used_at = ? where token_hash = ?")) {
                for (Map.Entry<String, Instant> use : uses.entrySet()) {
                    update.setObject(1, utc(use.getValue()));
                    update.setString(2, use.getKey());
                    update.addBatch();
                }
                return update.executeBatch();
            }
        });
    }

    private static Stored stored(Connection connection, ResultSet row) throws SQLException {
        OffsetDateTime expires = row.getObject(1, OffsetDateTime.class);
        Instant used = row.getObject(2, OffsetDateTime.class).toInstant();
        long team = row.getLong(7);
        boolean alone = row.wasNull();
        Caller caller = new Caller(
                new UserId(row.getLong(3)),
                row.getString(4),
                UserRow.roles(row.getString(5)),
                UserRow.scope(row.getString(6)),
                alone ? Set.of() : subtree(connection, team));
        return new Stored(caller, expires == null ? null : expires.toInstant(), used);
    }

    private static Set<TeamId> subtree(Connection connection, long root) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "with recursive below (id) as (select id from access_team where id = ? union all"
                        + " select t.id from access_team t join below b on t.parent_id = b.id) select id from below")) {
            query.setLong(1, root);
            try (ResultSet rows = query.executeQuery()) {
                Set<TeamId> teams = new HashSet<>();
                while (rows.next()) {
                    teams.add(new TeamId(rows.getLong(1)));
                }
                return teams;
            }
        }
    }

    /** Locks the user, so that a session cannot slip past a change of password that ends all of them. */
    private static boolean stillSignsInWith(Connection connection, UserId user, String passwordHash)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select 1 from access_user where id = ? and active and password_hash = ? for update")) {
            query.setLong(1, user.value());
            query.setString(2, passwordHash);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void removeEnded(Connection connection, UserId user, Instant now, Instant idleSince)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from access_session where user_id = ? and (expires_at < ? or used_at < ?)")) {
            delete.setLong(1, user.value());
            delete.setObject(2, utc(now));
            delete.setObject(3, utc(idleSince));
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
