package io.clientele.registry.internal;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Interaction;
import io.clientele.registry.InteractionId;
import io.clientele.registry.NewInteraction;
import io.clientele.registry.internal.RecordedBulk.Context;
import io.clientele.registry.internal.store.Activity;
import io.clientele.registry.internal.store.ActivityTable;
import io.clientele.registry.internal.store.InteractionTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records the interactions of a file. */
@Component(service = BulkInteractions.class)
public final class InteractionImport implements BulkInteractions {
    private final Platform platform;
    private final ActivityTable activities;
    private final RecordedBulk<Row> bulk;

    @Activate
    public InteractionImport(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.activities = new ActivityTable(foundation.dialect());
        this.bulk = new RecordedBulk<>(foundation, "registry.InteractionsImported", row -> Stream.of(row.customer()));
    }

    @Override
    public List<Outcome> write(List<Row> rows) {
        return bulk.write(rows, (context, all) -> new Batch(context));
    }

    @Override
    public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
        return bulk.rehearse(rows, before, (context, all) -> new Batch(context));
    }

    private record Entry(CustomerId customer, NewInteraction content) {}

    private final class Batch implements RecordedBulk.Batch<Row> {
        private final Context context;
        private final Set<Entry> seen = new HashSet<>();
        private final List<Interaction> accepted = new ArrayList<>();
        private final Map<Long, Activity> sums = new HashMap<>();

        Batch(Context context) {
            this.context = context;
        }

        @Override
        public Outcome judge(Row row) throws SQLException {
            CustomerId customer = context.customers().get(row.customer());
            if (customer == null) {
                return RecordedBulk.noCustomer("/customer", row.customer());
            }
            Faults faults = new Faults();
            NewInteraction content = InteractionRules.check(row.interaction(), context.now(), faults);
            if (faults.any()) {
                return Outcome.failed(faults.found());
            }
            if (!seen.add(new Entry(customer, content))
                    || InteractionTable.contains(context.connection(), customer, content)) {
                return Outcome.UNCHANGED;
            }
            InteractionId id = new InteractionId(platform.ids().next());
            accepted.add(new Interaction(id, customer, content, context.caller().user(), context.now()));
            sums.merge(customer.value(), Activity.of(content), Activity::plus);
            return Outcome.ADDED;
        }

        @Override
        public void write() throws SQLException {
            if (!accepted.isEmpty()) {
                InteractionTable.insert(context.connection(), accepted);
                accepted.forEach(each -> platform.outbox().append(Happened.added(each)));
                activities.add(context.connection(), sums);
            }
        }
    }
}
