package io.clientele.segmentation.internal;

import io.clientele.access.Audit;
import io.clientele.access.Callers;
import io.clientele.access.Visibility;
import io.clientele.events.Outbox;
import io.clientele.facts.Customers;
import io.clientele.facts.Facts;
import io.clientele.facts.Selection;
import io.clientele.facts.Selections;
import io.clientele.kernel.Ids;
import io.clientele.persistence.Database;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What every part of this module stands on. It is there once the module's tables are. */
@Component(service = Platform.class)
public final class Platform {
    private final Core core;
    private final Asking asking;
    private final Dialect dialect;
    private final Clock clock;

    /** Who works, what they change, and who is told. */
    public record Core(Callers callers, Audit audit, Outbox outbox, Transactions transactions, Ids ids) {}

    /** The ways to ask about customers. */
    public record Asking(Customers customers, Selections selections, Facts facts) {}

    @Activate
    public Platform(
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Outbox outbox,
            @Reference Transactions transactions,
            @Reference Ids ids,
            @Reference Customers customers,
            @Reference Selections selections,
            @Reference Facts facts,
            @Reference Database database,
            @Reference(target = "(bundle=io.clientele.segmentation)") Schema schema) {
        this(
                new Core(callers, audit, outbox, transactions, ids),
                new Asking(customers, selections, facts),
                database.dialect(),
                Clock.systemUTC());
    }

    public Platform(Core core, Asking asking, Dialect dialect, Clock clock) {
        this.core = core;
        this.asking = asking;
        this.dialect = dialect;
        this.clock = clock;
    }

    public Callers callers() {
        return core.callers;
    }

    public Audit audit() {
        return core.audit;
    }

    public Outbox outbox() {
        return core.outbox;
    }

    public Transactions transactions() {
        return core.transactions;
    }

    public long newId() {
        return core.ids.next();
    }

    public Customers customers() {
        return asking.customers;
    }

    /** Filters for whoever is asking. */
    public Selections selections() {
        return asking.selections;
    }

    /** Whether whoever is asking sees every customer, and so may be told figures of all of them. */
    public boolean seesAll() {
        return Visibility.of(callers().current()) instanceof Visibility.All;
    }

    /** A filter over all customers, whoever is asking: for the members of segments, which are of nobody's view. */
    public Selection everybody(@Nullable String filter) {
        return asSystem(() -> selections().of(filter));
    }

    public Facts facts() {
        return asking.facts;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Now, as exactly as both databases keep it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The day on which validity is judged, in UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    /** Does {@code work} as the system, which sees every customer. */
    public <T> T asSystem(Supplier<T> work) {
        return callers().as(callers().system(), work);
    }
}
