package io.clientele.registry.internal.transfer;

import io.clientele.registry.Identifier;
import io.clientele.registry.Profile;
import io.clientele.registry.internal.Bulk;
import io.clientele.registry.internal.BulkCustomers;
import io.clientele.registry.internal.CustomerKey;
import io.clientele.registry.internal.Outcome;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rows about customers whom nobody may know yet: those are added first, named by their identifiers until somebody knows better. */
final class MissingCustomers<T> implements ImportTarget<T> {
    private static final int REMEMBERED = 100_000;

    private final ImportTarget<T> rows;
    private final Function<T, CustomerKey> customer;
    private final Bulk<BulkCustomers.Row> customers;
    private final Set<Identifier> rehearsed = new HashSet<>();

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
        int added = named.isEmpty() ? 0 : added(customers.write(rows(named))).size();
        return new Written(rows.write(batch).outcomes(), added);
    }

    /** In a rehearsal the customers are not there, so a row that only lacks its customer would do well. */
    @Override
    public Written rehearse(List<T> batch) {
        List<Identifier> named = named(batch);
        Set<Identifier> missing = new HashSet<>();
        int fresh = 0;
        for (int index : named.isEmpty() ? List.<Integer>of() : added(customers.rehearse(rows(named)))) {
            missing.add(named.get(index));
            fresh += rehearsed.contains(named.get(index)) ? 0 : 1;
        }
        if (rehearsed.size() < REMEMBERED) {
            rehearsed.addAll(missing);
        }
        List<Outcome> outcomes = new ArrayList<>(rows.rehearse(batch).outcomes());
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            boolean lacksCustomer =
                    outcome.faults().stream().allMatch(fault -> fault.pointer().startsWith("/customer"));
            if (outcome.result() == Outcome.Result.FAILED
                    && lacksCustomer
                    && customer.apply(batch.get(i)) instanceof CustomerKey.ByIdentifier key
                    && missing.contains(key.identifier())) {
                outcomes.set(i, new Outcome(Outcome.Result.ADDED, List.of()));
            }
        }
        return new Written(outcomes, fresh);
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

    private static List<Integer> added(List<Outcome> outcomes) {
        List<Integer> added = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).result() == Outcome.Result.ADDED) {
                added.add(i);
            }
        }
        return added;
    }
}
