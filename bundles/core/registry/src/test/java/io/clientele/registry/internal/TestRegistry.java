package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.History;
import io.clientele.access.Role;
import io.clientele.access.Scope;
import io.clientele.access.TeamId;
import io.clientele.access.Teams;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.access.internal.ThreadCallers;
import io.clientele.access.internal.audit.ChainedAudit;
import io.clientele.access.internal.audit.ChainedAuditTrail;
import io.clientele.events.internal.Arrivals;
import io.clientele.events.internal.BatchedOutbox;
import io.clientele.facts.Customers;
import io.clientele.facts.FactValues;
import io.clientele.facts.internal.CompiledCustomers;
import io.clientele.facts.internal.CompiledFactValues;
import io.clientele.facts.internal.FactCatalogue;
import io.clientele.facts.spi.FactSource;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Durability;
import io.clientele.persistence.OpenDatabase;
import io.clientele.persistence.embedded.Databases;
import io.clientele.registry.CustomerRegistry;
import io.clientele.rest.spi.Identity;
import io.clientele.testkit.TestDatabase;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;

/** The registry on a fresh database, with the real services around it and three people who work with it. */
public final class TestRegistry implements AutoCloseable {
    public static final TeamId NORTH = new TeamId(11);
    public static final TeamId SOUTH = new TeamId(12);
    public static final Users USERS = new People();
    public static final Teams TEAMS = new Groups("North", "South");
    public static final Caller ADMIN = caller(1, Role.ADMIN, Scope.ALL, Set.of());
    public static final Caller ANNA = caller(2, Role.AGENT, Scope.TEAM, Set.of(NORTH));
    public static final Caller BERT = caller(3, Role.AGENT, Scope.TEAM, Set.of(SOUTH));
    static final Caller AUDITOR = caller(4, Role.AUDITOR, Scope.ALL, Set.of());

    public final ThreadCallers callers = new ThreadCallers();
    public final Customers customers;
    public final FactValues values;
    public final History history;
    public final Foundation foundation;
    public final OpenDatabase database;
    final Normalisation normalisation = new Normalisation("CN");
    public final CheckedCustomers registry;

    /** With the users 1 to 9 and the teams 11 and 12. */
    public TestRegistry(TestDatabase kind) {
        this(kind, USERS, TEAMS);
    }

    public TestRegistry(TestDatabase kind, Users users, Teams teams) {
        TestDatabase.Location location = kind.create();
        database = Databases.open(location.url(), location.user(), location.password(), Durability.FAST);
        database.migrate("io.clientele.access", ChainedAudit.class);
        database.migrate("io.clientele.events", BatchedOutbox.class);
        database.migrate("io.clientele.registry", CustomerRegistry.class);
        FactCatalogue catalogue = new FactCatalogue();
        for (FactSource source : RegistryFacts.all(normalisation)) {
            catalogue.add("io.clientele.registry", source);
        }
        Dialect dialect = database.database().dialect();
        Clock clock = Clock.systemUTC();
        customers = new CompiledCustomers(catalogue, database.transactions(), dialect, callers, clock);
        values = CompiledFactValues.over(catalogue, database.transactions(), dialect, callers);
        history = new ChainedAuditTrail(database.transactions(), callers);
        ChainedAudit audit = new ChainedAudit(database.transactions(), dialect, callers, database.ids(), clock);
        BatchedOutbox outbox = new BatchedOutbox(database.transactions(), dialect, new Arrivals());
        Platform platform =
                new Platform(callers, audit, outbox, customers, database.transactions(), database.ids(), clock);
        foundation = new Foundation(platform, dialect, new Assignments(users, teams), normalisation);
        registry = new CheckedCustomers(foundation);
    }

    private static Caller caller(long id, Role role, Scope scope, Set<TeamId> teams) {
        return new Caller(new UserId(id), "user" + id, Set.of(role), scope, teams);
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        return callers.as(caller, work);
    }

    /** Makes {@code caller} the current one, as the host does with a request's sender. */
    Identity.Scope enter(Caller caller) {
        return callers.enter(caller);
    }

    @Override
    public void close() {
        database.close();
    }
}
