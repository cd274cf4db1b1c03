package io.clientele.registry.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Teams;
import io.clientele.access.Users;
import io.clientele.events.Outbox;
import io.clientele.facts.Customers;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every service of the registry stands on. It is there once the registry's tables are. */
@Component(service = Foundation.class)
public final class Foundation {
    private final Platform platform;
    private final Dialect dialect;
    private final Assignments assignments;
    private final ProfileRules rules;

    @Activate
    public Foundation(
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Outbox outbox,
            @Reference Customers customers,
            @Reference Transactions transactions,
            @Reference Ids ids,
            @Reference Database database,
            @Reference Users users,
            @Reference Teams teams,
            @Reference Normalisation normalisation,
            @Reference(target = "(bundle=io.clientele.registry)") Schema schema) {
        this(
                new Platform(callers, audit, outbox, customers, transactions, ids, Clock.systemUTC()),
                database.dialect(),
                new Assignments(users, teams),
                normalisation);
    }

    public Foundation(Platform platform, Dialect dialect, Assignments assignments, Normalisation normalisation) {
        this.platform = platform;
        this.dialect = dialect;
        this.assignments = assignments;
        this.rules = normalisation.rules();
    }

    public Platform platform() {
        return platform;
    }

    public Dialect dialect() {
        return dialect;
    }

    public CustomerWriter writer() {
        return new CustomerWriter(dialect, platform.transactions());
    }

    public ProfileRules rules() {
        return rules;
    }

    public Assignments assignments() {
        return assignments;
    }
}
