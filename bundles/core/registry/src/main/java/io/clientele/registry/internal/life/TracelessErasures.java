package io.clientele.registry.internal.life;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.access.Redaction;
import io.clientele.access.Scope;
import io.clientele.events.EventDetails;
import io.clientele.facts.Row;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Erased;
import io.clientele.registry.Erasures;
import io.clientele.registry.internal.Foundation;
import io.clientele.registry.internal.Platform;
import io.clientele.registry.internal.store.ErasureTable;
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

    @Activate
    public TracelessErasures(
            @Reference Foundation foundation, @Reference Redaction redaction, @Reference EventDetails events) {
        this.platform = foundation.platform();
        this.redaction = redaction;
        this.events = events;
    }

    @Override
    public Erased erase(CustomerId customer) {
        Caller caller = platform.callers().require(ERASE);
        return platform.transactions().write(connection -> {
            boolean visible = platform.customers().find(customer.value(), ID).isPresent();
            if (visible && ErasureTable.lock(connection, customer)) {
                return erase(connection, customer);
            }
            // Somebody may have been faster.
            Optional<Erased> before =
                    caller.scope() == Scope.ALL ? ErasureTable.find(connection, customer) : Optional.empty();
            return before.orElseThrow(() -> new NotFoundException("customer", customer.toString()));
        });
    }

    private Erased erase(Connection connection, CustomerId customer) throws SQLException {
        Erased erased = new Erased(customer, platform.clock().instant().truncatedTo(ChronoUnit.MICROS));
        Map<String, Integer> counts = ErasureTable.erase(connection, erased);
        redaction.redact("customer", customer.value());
        events.forget(customer.value(), "registry");
        platform.audit().record(new Change("registry.CustomerErased", "customer", customer.value(), json(counts)));
        platform.outbox().append(LifeEvents.erased(customer));
        return erased;
    }

    private static String json(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
