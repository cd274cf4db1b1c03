package io.clientele.registry.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.Identifier;
import io.clientele.registry.internal.store.CustomerBatch;
import io.clientele.registry.internal.store.CustomerRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks up what a batch names, works out in memory what it comes to, and writes that with a few statements. */
@Component(service = BulkCustomers.class)
public final class UpsertedCustomers implements BulkCustomers {
    private static final int ATTEMPTS = 3;

    private final Foundation foundation;
    private final Platform platform;
    private final CustomerBatch batch;
    private final CustomerWriter writer;
    private final BulkKeys keys;

    @Activate
    public UpsertedCustomers(@Reference Foundation foundation) {
        this.foundation = foundation;
        this.platform = foundation.platform();
        this.batch = new CustomerBatch(foundation.dialect());
        this.writer = new CustomerWriter(foundation.dialect(), platform.transactions());
        this.keys = new BulkKeys(platform.customers(), foundation.dialect());
    }

    @Override
    public List<Outcome> write(List<Row> rows) {
        Caller caller = platform.callers().require(CheckedCustomers.IMPORT);
        for (int attempt = 1; ; attempt++) {
            try {
                return platform.transactions().write(connection -> write(connection, rows, caller));
            } catch (DuplicateKeyException | ConflictException | PreconditionException e) {
                // Somebody else wrote one of these customers between our look and our write; a second look sees it.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
        Caller caller = platform.callers().require(CheckedCustomers.IMPORT);
        return platform.transactions().read(connection -> {
            List<Outcome> outcomes = new ArrayList<>(rows.size());
            CustomerUpsert upsert = upsert(new Known(connection, before), rows, caller, outcomes);
            upsert.added().forEach(each -> before.keep(each.row()));
            upsert.changed().forEach(each -> before.keep(rewritten(each)));
            return outcomes;
        });
    }

    private CustomerRow rewritten(CustomerUpsert.Changed changed) {
        CustomerRow row = changed.before();
        return CustomerRow.of(
                new CustomerRow.Written(row.id(), row.version() + 1, row.createdAt(), now()), changed.checked());
    }

    private Instant now() {
        return platform.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What is known of customers: the tables, and what a dry run would have written to them. */
    private record Known(Connection connection, Rehearsal rehearsed) {}

    private List<Outcome> write(Connection connection, List<Row> rows, Caller caller) throws SQLException {
        List<Outcome> outcomes = new ArrayList<>(rows.size());
        CustomerUpsert upsert = upsert(new Known(connection, Rehearsal.NONE), rows, caller, outcomes);
        List<String> changed = new ArrayList<>();
        for (CustomerUpsert.Changed each : upsert.changed()) {
            CustomerRow after = writer.change(connection, each.before(), each.checked(), now());
            platform.outbox().append(Happened.changed(each.before(), after));
            changed.add("\"" + after.customer().id() + "\"");
        }
        batch.insert(connection, upsert.added());
        upsert.added().forEach(each -> platform.outbox().append(Happened.added(each.row())));
        int added = upsert.added().size();
        if (added > 0 || !changed.isEmpty()) {
            String detail = "{\"added\":" + added + ",\"changed\":[" + String.join(",", changed) + "]}";
            platform.audit().record(new Change("registry.CustomersImported", "customer", 0, detail));
        }
        return outcomes;
    }

    private CustomerUpsert upsert(Known known, List<Row> rows, Caller caller, List<Outcome> outcomes)
            throws SQLException {
        Map<String, @Nullable Long> holders = new HashMap<>();
        Set<Long> ids = new LinkedHashSet<>();
        Set<String> references = new LinkedHashSet<>();
        for (Row row : rows) {
            if (row.key() instanceof CustomerKey.ById by) {
                ids.add(by.id().value());
            } else if (row.key() instanceof CustomerKey.ByIdentifier by) {
                Identifier clean = IdentifierRules.check(by.identifier(), new Faults());
                if (clean != null) {
                    references.add(clean.toString());
                }
            }
        }
        references.forEach(reference -> holders.put(reference, null));
        holders.putAll(identified(known, references));
        holders.values().stream().filter(id -> id != null).forEach(ids::add);
        Map<Long, CustomerRow> present =
                ids.isEmpty() ? new HashMap<>() : keys.visible(ids, CustomerRow.ROW, CustomerRow::id);
        ids.forEach(id -> known.rehearsed.find(id).ifPresent(row -> present.put(id, row)));
        CustomerUpsert upsert = new CustomerUpsert(
                new CustomerUpsert.Surroundings(
                        foundation.rules(),
                        foundation.assignments().remembering(),
                        caller,
                        now(),
                        platform.ids()::next,
                        unknown -> identified(known, unknown)),
                holders,
                present);
        for (Row row : rows) {
            outcomes.add(upsert.apply(row));
        }
        return upsert;
    }

    private Map<String, Long> identified(Known known, Collection<String> references) throws SQLException {
        Map<String, Long> identified = new HashMap<>(known.rehearsed.identified(references));
        identified.putAll(batch.identified(known.connection, references));
        return identified;
    }
}
