package io.clientele.registry.internal.transfer;

import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.Bulk;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.CustomerKey;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rows about customers whom nobody may know yet: those are added first, named by their identifiers until somebody knows better. */
final class MissingCustomers<T> implements ImportTarget<T> {
    private final ImportTarget<T> rows;
    private final Function<T, CustomerKey> customer;
    private final Bulk<BulkCustomers.Row> customers;

    MissingCustomers(ImportTarget<T> rows, Function<T, CustomerKey> customer, Bulk<BulkCustomers.Row> customers) {
        this.rows = rows;
        this.customer = customer;
        this.customers = customers;
    }

    @Override
    public RowReader<T> reader() {
        return rows.reader();
    }

    @Override
    public Written write(List<T> batch) {
        List<Identifier> named = named(batch);
        int added = named.isEmpty() ? 0 : added(customers.write(rows(named)));
        return new Written(rows.write(batch).outcomes(), added);
    }

    @Override
    public Written rehearse(List<T> batch, Rehearsal before) {
        List<Identifier> named = named(batch);
        int added = named.isEmpty() ? 0 : added(customers.rehearse(rows(named), before));
        return new Written(rows.rehearse(batch, before).outcomes(), added);
    }

    private List<Identifier> named(List<T> batch) {
        Set<Identifier> named = new LinkedHashSet<>();
        for (T row : batch) {
            if (customer.apply(row) instanceof CustomerKey.ByIdentifier key) {
                named.add(key.identifier());
            }
        }
        return List.copyOf(named);
    }

    private static List<BulkCustomers.Row> rows(List<Identifier> named) {
        return named.stream()
                .map(identifier -> new BulkCustomers.Row(
                        new CustomerKey.ByIdentifier(identifier), known -> namedBy(identifier, known)))
                .toList();
    }

    private static Profile namedBy(Identifier identifier, Profile known) {
        return known.name().isEmpty() ? Profile.of(known.kind(), identifier.id()) : known;
    }

    private static int added(List<Outcome> outcomes) {
        return (int) outcomes.stream()
                .filter(outcome -> outcome.result() == Outcome.Result.ADDED)
                .count();
    }
}
