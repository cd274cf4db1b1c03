package io.clientele.registry.internal;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.internal.RecordedBulk.Context;
import io.clientele.registry.internal.store.Activity;
import io.clientele.registry.internal.store.ActivityTable;
import io.clientele.registry.internal.store.CustomerLocks;
import io.clientele.registry.internal.store.PurchaseTable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Records the purchases of a file. */
@Component(service = BulkPurchases.class)
public final class PurchaseImport implements BulkPurchases {
    private final Platform platform;
    private final ActivityTable activities;
    private final CustomerLocks locks;
    private final RecordedBulk<Row> bulk;

    @Activate
    public PurchaseImport(@Reference Foundation foundation) {
        this.platform = foundation.platform();
        this.activities = new ActivityTable(foundation.dialect());
        this.locks = new CustomerLocks(foundation.dialect());
        this.bulk = new RecordedBulk<>(foundation, "registry.PurchasesImported", row -> Stream.of(row.customer()));
    }

    @Override
    public List<Outcome> write(List<Row> rows) {
        return bulk.write(rows, (context, all) -> {
            hold(context, all);
            return new Batch(context, all);
        });
    }

    /** Returns of one customer follow each other, each counted by the next one. */
    private void hold(Context context, List<Row> rows) throws SQLException {
        Set<CustomerId> returning = new HashSet<>();
        for (Row row : rows) {
            CustomerId customer = context.customers().get(row.customer());
            if (row.purchase().returnOf() != null && customer != null) {
                returning.add(customer);
            }
        }
        if (!returning.isEmpty()) {
            Set<CustomerId> unused = locks.hold(context.connection(), returning);
        }
    }

    @Override
    public List<Outcome> rehearse(List<Row> rows, Rehearsal before) {
        return bulk.rehearse(rows, before, Batch::new);
    }

    private final class Batch implements RecordedBulk.Batch<Row> {
        private final Context context;
        private final Map<Identifier, Purchase> known;
        private final List<Purchase> accepted = new ArrayList<>();
        private final Map<Long, Activity> sums = new HashMap<>();
        private final Returns returns;

        Batch(Context context, List<Row> rows) throws SQLException {
            this.context = context;
            this.returns = new Returns(context.connection());
            Set<Identifier> references = new HashSet<>();
            for (Row row : rows) {
                Identifier reference = row.purchase().reference();
                if (reference != null) {
                    Identifier clean = IdentifierRules.check(reference, new Faults());
                    references.add(clean == null ? reference : clean);
                }
            }
            this.known = new HashMap<>(PurchaseTable.named(context.connection(), references));
        }

        @Override
        public Outcome judge(Row row) throws SQLException {
            CustomerId customer = context.customers().get(row.customer());
            Faults faults = new Faults();
            NewPurchase content =
                    PurchaseRules.check(row.purchase(), LocalDate.ofInstant(context.now(), ZoneOffset.UTC), faults);
            if (customer == null) {
                return RecordedBulk.noCustomer("/customer", row.customer());
            }
            if (faults.any()) {
                return Outcome.failed(faults.found());
            }
            Identifier reference = content.reference();
            Purchase same = reference == null ? null : known.get(reference);
            if (same != null) {
                boolean unchanged =
                        same.customer().equals(customer) && same.content().equals(content);
                return unchanged
                        ? Outcome.UNCHANGED
                        : Outcome.failed("/externalId", reference + " is on record as another purchase");
            }
            returns.check(customer, content, faults);
            return faults.any() ? Outcome.failed(faults.found()) : accept(customer, content);
        }

        private Outcome accept(CustomerId customer, NewPurchase content) {
            Purchase purchase =
                    new Purchase(new PurchaseId(platform.ids().next()), customer, content, false, context.now());
            accepted.add(purchase);
            returns.accept(content);
            sums.merge(customer.value(), Activity.of(content), Activity::plus);
            Identifier reference = content.reference();
            if (reference != null) {
                known.put(reference, purchase);
            }
            return Outcome.ADDED;
        }

        @Override
        public void write() throws SQLException {
            if (!accepted.isEmpty()) {
                PurchaseTable.insert(context.connection(), accepted);
                accepted.forEach(each -> platform.outbox().append(Happened.added(each)));
                activities.add(context.connection(), sums);
            }
        }
    }
}
