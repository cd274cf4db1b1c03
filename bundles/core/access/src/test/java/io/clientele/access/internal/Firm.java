package io.clientele.access.internal;

import io.clientele.access.Caller;
import io.clientele.access.NewUser;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.User;
import io.clientele.access.internal.audit.ChainedAudit;
import io.clientele.access.internal.audit.ChainedAuditTrail;
import io.clientele.access.internal.password.Passwords;
import io.clientele.access.internal.store.InvalidationStore;
import io.clientele.access.internal.store.LoginStore;
import io.clientele.access.internal.store.TeamStore;
import io.clientele.access.internal.store.TokenStore;
import io.clientele.access.internal.store.UserStore;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.Transactions;
import io.clientele.persistence.embedded.Databases;
import io.clientele.rest.spi.Credentials;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One node of a system on a database: everything this bundle offers, wired by hand. */
final class Firm implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final SettableClock clock;
    final ThreadCallers callers = new ThreadCallers();
    final OpenDatabase database;
    final UserStore userStore;
    final StoredAuthenticator authenticator;
    final ChainedAudit audit;
    final ChainedAuditTrail trail;
    final Passwords passwords = Passwords.costing(64, 1, 2);
    final Sessions sessions;
    final RuledUsers users;
    final RuledTeams teams;
    final Tokens tokens;

    /** A clock that shows a morning. */
    static SettableClock clock() {
        return new SettableClock(Instant.parse("2026-03-01T09:00:00Z"));
    }

    Firm(TestDatabase.Location location, SettableClock clock) {
        this.clock = clock;
        database = Databases.open(location.url(), location.user(), location.password(), Durability.FAST);
        database.migrate("io.clientele.access", ChainedAudit.class);
        var transactions = database.transactions();
        var entities = database.entities(ChainedAudit.class);
        var ids = database.ids();
        var logins = new LoginStore(transactions);
        var invalidations = new InvalidationStore(transactions);
        var teamStore = new TeamStore(entities);
        userStore = new UserStore(entities, transactions);
        audit = new ChainedAudit(transactions, database.database().dialect(), callers, ids, clock);
        trail = new ChainedAuditTrail(transactions, callers);
        authenticator =
                new StoredAuthenticator(new Logins.Stores(logins, invalidations), Duration.ofHours(1), callers, clock);
        sessions = new Sessions(
                new Sessions.Parts(
                        transactions, userStore, logins, invalidations, passwords, authenticator, callers, audit),
                new SignIn.Allowed(5, 20),
                Duration.ofHours(12),
                clock);
        users = new RuledUsers(new RuledUsers.Parts(
                transactions,
                userStore,
                teamStore,
                logins,
                invalidations,
                passwords,
                authenticator,
                callers,
                audit,
                ids));
        teams = new RuledTeams(
                new RuledTeams.Parts(transactions, teamStore, invalidations, authenticator, callers, audit, ids));
        tokens = new Tokens(
                new Tokens.Parts(
                        transactions, new TokenStore(entities), invalidations, authenticator, callers, audit, ids),
                clock);
    }

    FirstAdministrator firstAdministrator(Path file) {
        return firstAdministrator(file, database.transactions());
    }

    FirstAdministrator firstAdministrator(Path file, Transactions transactions) {
        return new FirstAdministrator(
                new FirstAdministrator.Parts(transactions, userStore, passwords, callers, audit, database.ids()), file);
    }

    <T> T asSystem(Supplier<T> work) {
        return callers.as(callers.system(), work);
    }

    User user(String login, Role role) {
        return user(login, role, null, null);
    }

    User user(String login, Role role, @Nullable Scope scope, @Nullable TeamId team) {
        return asSystem(() -> users.add(new NewUser(login, login, Set.of(role), scope, team, PASSWORD)));
    }

    /** Who a request with this session or API token comes from. */
    Caller caller(String secret) {
        SignedIn identity = (SignedIn) authenticator
                .authenticate(new Credentials("Bearer " + secret, null, "192.0.2.1"))
                .orElseThrow();
        return identity.caller();
    }

    Sessions.Opened signIn(String login) {
        return sessions.open(login, PASSWORD, "192.0.2.1");
    }

    int sql(String statement) {
        return database.transactions().write(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                return prepared.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        authenticator.close();
        database.close();
    }
}
