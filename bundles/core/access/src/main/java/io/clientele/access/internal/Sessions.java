package io.clientele.access.internal;

import io.clientele.access.Audit;
import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.User;
import io.clientele.access.internal.SignIn.Allowed;
import io.clientele.access.internal.SignIn.Attempt;
import io.clientele.access.internal.password.PasswordRules;
import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.LoginStore.Kind;
import io.clientele.access.internal.store.LoginStore.NewSession;
import io.clientele.access.internal.store.UserStore;
import io.clientele.access.internal.store.UserStore.Kept;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.UnauthenticatedException;
import io.clientele.persistence.Transactions;
import io.clientele.rest.spi.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Begins and ends sessions. */
@Component(service = Sessions.class, configurationPid = "io.clientele.access")
public final class Sessions {
    @interface Config {
        int sessionHours() default 12;

        int failuresPerLogin() default 5;

        int failuresPerAddress() default 20;
    }

    /** A session that has just begun; its token is shown this once. */
    public record Opened(String token, Instant expiresAt, User user) {
        /** Everything but the token. */
        @Override
        public String toString() {
            return "Opened[expiresAt=" + expiresAt + ", user=" + user + "]";
        }
    }

    /** What sessions are kept in and made of. */
    record Parts(
            Transactions transactions,
            UserStore users,
            LoginStore logins,
            InvalidationStore invalidations,
            Passwords passwords,
            StoredAuthenticator authenticator,
            ThreadCallers callers,
            Audit audit) {}

    private final Parts parts;
    private final SignIn signIn;
    private final Secrets secrets = new Secrets();
    private final Duration lifetime;
    private final Clock clock;

    @Activate
    public Sessions(
            Config config,
            @Reference Transactions transactions,
            @Reference UserStore users,
            @Reference LoginStore logins,
            @Reference InvalidationStore invalidations,
            @Reference Passwords passwords,
            @Reference StoredAuthenticator authenticator,
            @Reference ThreadCallers callers,
            @Reference Audit audit) {
        this(
                new Parts(transactions, users, logins, invalidations, passwords, authenticator, callers, audit),
                new Allowed(config.failuresPerLogin(), config.failuresPerAddress()),
                Duration.ofHours(config.sessionHours()),
                Clock.systemUTC());
    }

    Sessions(Parts parts, Allowed allowed, Duration lifetime, Clock clock) {
        this.parts = parts;
        this.signIn = new SignIn(parts.users(), parts.passwords(), allowed, clock);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Begins a session of the user whose login and password these are. */
    public Opened open(String login, String password, String address) {
        return begin(signIn.prove(new Attempt(login, password, address)));
    }

    /** The user that the current caller is. */
    public User user() {
        Caller caller = parts.callers().current();
        return parts.users()
                .find(caller.user())
                .orElseThrow(() -> new NotFoundException("user", caller.user().toString()));
    }

    /** Ends the session that a request brings; an API token ends elsewhere, and what is no session has ended already. */
    public void close(Credentials credentials) {
        String secret = StoredAuthenticator.secret(credentials);
        if (secret == null) {
            return;
        }
        if (StoredAuthenticator.kind(secret) == Kind.TOKEN) {
            throw new ConflictException("not-a-session", "An API token is ended by removing it");
        }
        String hash = Secrets.hash(secret);
        parts.transactions().write(connection -> {
            Optional<LoginStore.Stored> ended = parts.logins().find(Kind.SESSION, hash);
            if (parts.logins().remove(hash)) {
                announce(InvalidationStore.Kind.LOGIN, hash);
                ended.ifPresent(session -> recordEnd(session.caller()));
            }
            return hash;
        });
    }

    private void recordEnd(Caller caller) {
        var unused = parts.callers().as(caller, () -> {
            parts.audit()
                    .record(new Change(
                            "access.SessionEnded", "user", caller.user().value(), "{}"));
            return caller;
        });
    }

    /** Gives the current caller another password, which ends all their sessions, and begins a new one. */
    public Opened changePassword(String current, String next, String address) {
        Caller caller = parts.callers().current();
        Kept kept = signIn.prove(new Attempt(caller.login(), current, address));
        PasswordRules.check("/new", next, caller.login());
        String hash = parts.passwords().hash(next);
        User user = parts.transactions().write(connection -> {
            announce(InvalidationStore.Kind.USER, caller.user().toString());
            User changed = parts.users().update(kept.user().id(), hash);
            parts.logins().removeAll(changed.id());
            record("access.PasswordChanged", changed);
            return changed;
        });
        return begin(new Kept(user, hash));
    }

    private Opened begin(Kept kept) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String token = secrets.token();
        NewSession session = new NewSession(Secrets.hash(token), now, now.plus(lifetime));
        User user = kept.user();
        boolean begun = parts.transactions().write(connection -> {
            Instant idleSince = now.minus(parts.authenticator().idle());
            boolean added = parts.logins().add(user.id(), kept.passwordHash(), session, idleSince);
            if (added) {
                Caller caller = new Caller(user.id(), user.login(), user.roles(), user.scope(), Set.of());
                parts.callers().as(caller, () -> {
                    record("access.SessionBegun", user);
                    return user;
                });
            }
            return added;
        });
        if (!begun) {
            throw new UnauthenticatedException("The login or the password is wrong");
        }
        return new Opened(token, session.expiresAt(), user);
    }

    private void announce(InvalidationStore.Kind kind, String target) {
        parts.invalidations().announce(kind, target);
        parts.transactions().afterCommit(parts.authenticator()::forgetSoon);
    }

    private void record(String action, User user) {
        parts.audit().record(new Change(action, "user", user.id().value(), "{}"));
    }
}
