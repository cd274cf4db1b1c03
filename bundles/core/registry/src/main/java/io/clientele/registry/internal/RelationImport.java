package io.clientele.registry.internal;

import io.clientele.registry.CustomerId;
import io.clientele.registry.RelationId;
import io.clientele.registry.internal.RecordedBulk.Context;
import io.clientele.registry.internal.store.CustomerLocks;
import io.clientele.registry.internal.store.RelationTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records the relations of a file. */
@Component(service = BulkRelations.class)
public final class RelationImport implements BulkRelations {
    private final Platform platform;
    private final CustomerLocks locks;
    private final RecordedBulk<Row> bulk;

    @Activate
    public RelationImport(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.locks = new CustomerLocks(foundation.dialect());
        this.bulk = new RecordedBulk<>(
                foundation, "registry.RelationsImported", row -> Stream.of(row.customer(), row.to()));
    }

    @Override
    public List<Outcome> write(List<Row> rows) {
        return bulk.write(rows, (context, all) -> new Batch(context, held(context)));
    }

    @Override
    public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
        return bulk.rehearse(
                rows,
                before,
                (context, all) ->
                        new Batch(context, Set.copyOf(context.customers().values())));
    }

    /** Those whom nobody merges or erases before the relations are written. */
    private Set<CustomerId> held(Context context) throws SQLException {
        return locks.hold(context.connection(), context.customers().values());
    }

    private record Link(CustomerId from, String kind, CustomerId to) {}

    private final class Batch implements RecordedBulk.Batch<Row> {
        private final Context context;
        private final Set<CustomerId> held;
        private final Set<Link> seen = new HashSet<>();
        private final List<RelationTable.Row> accepted = new ArrayList<>();

        Batch(Context context, Set<CustomerId> held) {
            this.context = context;
            this.held = held;
        }

        @Override
        public Outcome judge(Row row) throws SQLException {
            CustomerId from = context.customers().get(row.customer());
            CustomerId to = context.customers().get(row.to());
            if (from == null || !held.contains(from)) {
                return RecordedBulk.noCustomer("/customer", row.customer());
            }
            if (to == null || !held.contains(to)) {
                return RecordedBulk.noCustomer("/to", row.to());
            }
            Faults faults = new Faults();
            String kind = VisibleRelations.kind(row.kind(), faults);
            if (from.equals(to)) {
                faults.add("/to", "is the customer itself");
            }
            if (faults.any()) {
                return Outcome.failed(faults.found());
            }
            RelationTable.Row relation =
                    new RelationTable.Row(new RelationId(platform.ids().next()), from, kind, to);
            if (!seen.add(new Link(from, kind, to)) || RelationTable.exists(context.connection(), relation)) {
                return Outcome.UNCHANGED;
            }
            accepted.add(relation);
            return Outcome.ADDED;
        }

        @Override
        public void write() throws SQLException {
            if (!accepted.isEmpty()) {
                RelationTable.insert(context.connection(), accepted);
                accepted.forEach(each -> platform.outbox().append(Happened.added(each)));
            }
        }
    }
}
