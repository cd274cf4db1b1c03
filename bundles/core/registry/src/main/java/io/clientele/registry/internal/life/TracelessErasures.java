package io.clientele.registry.internal.life;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.access.Scope;
import io.clientele.events.EventDetails;
import io.clientele.facts.Row;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Erased;
import io.clientele.registry.Erasures;
import io.clientele.registry.Merge;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.Visible;
import io.clientele.registry.internal.store.ErasureTable;
import io.clientele.registry.internal.store.MergeTable;
import io.clientele.registry.internal.store.StoredMerge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes the rows, the details of audit and events, and tells the modules, in one unit of work. */
@Component
public final class TracelessErasures implements Erasures {
    public static final String ERASE = "customers:erase";
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final Platform platform;
    private final Redaction redaction;
    private final EventDetails events;
    private final Visible visible;

    @Activate
    public TracelessErasures(
            @Reference Foundation foundation, @Reference Redaction redaction, @Reference EventDetails events) {
        this.platform = foundation.platform();
        this.redaction = redaction;
        this.events = events;
        this.visible = new Visible(platform);
    }

    @Override
    public Erased erase(CustomerId customer) {
        Caller caller = platform.callers().require(ERASE);
        return platform.transactions().write(connection -> {
            boolean seen = platform.customers().find(customer.value(), ID).isPresent();
            if (seen && ErasureTable.lock(connection, customer)) {
                return erase(connection, customer);
            }
            // Somebody may have been faster.
            Optional<Erased> before =
                    caller.scope() == Scope.ALL ? ErasureTable.find(connection, customer) : Optional.empty();
            return before.orElseThrow(() -> visible.absent(customer));
        });
    }

    private Erased erase(Connection connection, CustomerId customer) throws SQLException {
        Erased erased = new Erased(customer, platform.clock().instant().truncatedTo(ChronoUnit.MICROS));
        for (StoredMerge former : MergeTable.all(connection, customer)) {
            Merge merge = former.merge();
            MergeTable.unlink(connection, merge.id());
            MergeTable.forget(connection, merge.id());
            ErasureTable.remember(connection, new Erased(merge.other(), erased.at()));
            forget(merge.other(), Map.of());
        }
        forget(customer, ErasureTable.erase(connection, erased));
        return erased;
    }

    /** What is not in the registry's tables. */
    private void forget(CustomerId customer, Map<String, Integer> counts) {
        redaction.redact("customer", customer.value());
        events.forget(customer.value(), "registry");
        platform.audit().record(new Change("registry.CustomerErased", "customer", customer.value(), json(counts)));
        platform.outbox().append(LifeEvents.erased(customer));
    }

    private static String json(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
