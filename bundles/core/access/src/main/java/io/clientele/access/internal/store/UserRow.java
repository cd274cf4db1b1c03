package io.clientele.access.internal.store;

import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.User;
import io.clientele.access.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity(name = "User")
@Table(name = "access_user")
class UserRow {
    @Id
    private long id;

    @Version
    private long version;

    private String login;

    /** The login as it is compared. */
    @Column(name = "login_key")
    private String loginKey;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;
    private String scope;

    @Column(name = "team_id")
    private @Nullable Long team;

    private boolean active;

    protected UserRow() {}

    UserRow(User user, String passwordHash) {
        this.id = user.id().value();
        this.passwordHash = passwordHash;
        write(user);
    }

    final void write(User user) {
        TeamId userTeam = user.team();
        login = user.login();
        loginKey = key(user.login());
        name = user.name();
        roles = user.roles().stream().sorted().map(Role::name).collect(Collectors.joining(","));
        scope = user.scope().name();
        team = userTeam == null ? null : userTeam.value();
        active = user.active();
    }

    User read() {
        return new User(
                new UserId(id),
                version,
                login,
                name,
                roles(roles),
                scope(scope),
                team == null ? null : new TeamId(team),
                active);
    }

    String passwordHash() {
        return passwordHash;
    }

    void passwordHash(String hash) {
        passwordHash = hash;
    }

    /** The form in which logins are compared: composed and without case. */
    static String key(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static Set<Role> roles(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : text.split(",", -1)) {
            roles.add(Role.valueOf(role));
        }
        return roles;
    }

    static Scope scope(String text) {
        return Scope.valueOf(text);
    }
}
