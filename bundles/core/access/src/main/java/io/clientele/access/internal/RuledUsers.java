package io.clientele.access.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Change;
import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.User;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.access.internal.audit.Detail;
import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.TeamStore;
import io.clientele.access.internal.store.UserStore;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users under the rules: who may write them, unique logins, good passwords, and always an administrator. */
@Component
public final class RuledUsers implements Users {
    private static final String READ = "users:read";
    private static final String ADMIN = "users:admin";

    /** What users are kept in and made of. */
    record Parts(
            Transactions transactions,
            UserStore users,
            TeamStore teams,
            LoginStore logins,
            InvalidationStore invalidations,
            Passwords passwords,
            StoredAuthenticator authenticator,
            Callers callers,
            Audit audit,
            Ids ids) {}

    private final Parts parts;

    @Activate
    public RuledUsers(
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference TeamStore teams,
            @Reference LoginStore logins,
            @Reference InvalidationStore invalidations,
            @Reference Passwords passwords,
            @Reference StoredAuthenticator authenticator,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Ids ids) {
        this(new Parts(
                transactions, users, teams, logins, invalidations, passwords, authenticator, callers, audit, ids));
    }

    RuledUsers(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<User> find(UserId id) {
        parts.callers().require(READ);
        return parts.users().find(id);
    }

    @Override
    public Page<User> list(int limit, @Nullable String cursor) {
        parts.callers().require(READ);
        return Pages.of(parts.users().after(Pages.after(cursor), limit + 1), limit, user -> user.id()
                .value());
    }

    @Override
    public User add(NewUser user) {
        parts.callers().require(ADMIN);
        Scope scope = user.scope() == null ? defaultScope(user.roles()) : user.scope();
        User wanted = new User(
                new UserId(parts.ids().next()), 0, user.login(), user.name(), user.roles(), scope, user.team(), true);
        UserRules.check(wanted, user.password(), parts.teams());
        String hash = parts.passwords().hash(user.password());
        return unique(() -> parts.transactions().write(connection -> {
            User added = parts.users().add(wanted, hash);
            record("access.UserAdded", added, described(added));
            return added;
        }));
    }

    @Override
    public User update(User user) {
        return write(user, null);
    }

    @Override
    public User update(User user, String password) {
        return write(user, password);
    }

    /** How far roles see where nothing else is said: the widest counts. */
    static Scope defaultScope(Set<Role> roles) {
        if (roles.contains(Role.ADMIN) || roles.contains(Role.AUDITOR)) {
            return Scope.ALL;
        }
        return roles.contains(Role.MANAGER) ? Scope.TEAM : Scope.OWN;
    }

    static Detail described(User user) {
        return new Detail()
                .with("login", user.login())
                .with("name", user.name())
                .with("roles", UserRules.sorted(user.roles()))
                .with("scope", user.scope())
                .with("team", user.team());
    }

    private User write(User user, @Nullable String password) {
        parts.callers().require(ADMIN);
        UserRules.check(user, password, parts.teams());
        String hash = password == null ? null : parts.passwords().hash(password);
        return unique(() -> parts.transactions().write(connection -> {
            // The lock that this takes makes writers of users wait for each other: two administrators cannot disable
            // one another at once.
            parts.invalidations()
                    .announce(InvalidationStore.Kind.USER, user.id().toString());
            parts.transactions().afterCommit(parts.authenticator()::forgetSoon);
            return changed(user, hash);
        }));
    }

    private User changed(User user, @Nullable String hash) {
        User before = parts.users()
                .find(user.id())
                .orElseThrow(() -> new NotFoundException("user", user.id().toString()));
        if (before.version() != user.version()) {
            throw PreconditionException.stale();
        }
        boolean administers = user.active() && user.roles().contains(Role.ADMIN);
        if (!administers && !parts.users().hasAdministratorBeside(user.id())) {
            throw new ConflictException("last-administrator", "Nobody could administer users any more");
        }
        User after = parts.users().update(user);
        if (hash != null) {
            after = parts.users().update(user.id(), hash);
        }
        if (hash != null || !user.active()) {
            parts.logins().removeAll(user.id());
        }
        record("access.UserChanged", after, difference(before, after, hash != null));
        return after;
    }

    private static Detail difference(User before, User after, boolean password) {
        Detail detail = new Detail()
                .changed("login", before.login(), after.login())
                .changed("name", before.name(), after.name())
                .changed("roles", UserRules.sorted(before.roles()), UserRules.sorted(after.roles()))
                .changed("scope", before.scope(), after.scope())
                .changed("team", before.team(), after.team())
                .changed("active", before.active(), after.active());
        return password ? detail.with("password", "changed") : detail;
    }

    private void record(String action, User user, Detail detail) {
        parts.audit().record(new Change(action, "user", user.id().value(), detail.toString()));
    }

    private static User unique(Supplier<User> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException e) {
            throw new ConflictException("login-taken", "Another user has this login");
        }
    }
}
