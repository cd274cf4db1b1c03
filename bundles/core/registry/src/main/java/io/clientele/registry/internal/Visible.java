package io.clientele.registry.internal;

import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.kernel.GoneException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ProblemException;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.Transactions;
import io.clientele.registry.CustomerId;
import io.clientele.registry.internal.store.MergeTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The customers that the caller may see, asked for by what belongs to them. */
public final class Visible {
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final Customers customers;
    private final Transactions transactions;

    public Visible(Platform platform) {
        this.customers = platform.customers();
        this.transactions = platform.transactions();
    }

    /** The filter that these customers, and no others, meet. */
    static String filter(Collection<Long> ids) {
        return ids.stream().map(ShortId::format).collect(Collectors.joining(",", "id=in=(", ")"));
    }

    /** Fails if there is no such customer, or if it is a foreign one: the two are never told apart. */
    public void require(CustomerId customer) {
        if (customers.find(customer.value(), ID).isEmpty()) {
            throw absent(customer);
        }
    }

    /** What to say of a customer that was not found: the one that it is part of by now, to whom may see that, else that there is none. */
    public ProblemException absent(CustomerId customer) {
        return survivor(customer)
                .<ProblemException>map(survivor -> new GoneException(
                        "customer-merged", "This customer is part of " + survivor + " now", survivor.toString()))
                .orElseGet(() -> new NotFoundException("customer", customer.toString()));
    }

    /** The customer that this one is part of by now, if the caller may see it. */
    public Optional<CustomerId> survivor(CustomerId former) {
        return transactions
                .read(connection -> MergeTable.survivor(connection, former))
                .filter(survivor -> customers.find(survivor.value(), ID).isPresent());
    }
}
