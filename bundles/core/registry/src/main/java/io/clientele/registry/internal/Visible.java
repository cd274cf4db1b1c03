package io.clientele.registry.internal;

import io.clientele.facts.Customers;
import io.clientele.facts.Row;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The customers that the caller may see, asked for by what belongs to them. */
final class Visible {
    private static final Row<Long> ID = new Row<>(List.of("id"), row -> row.getLong(1));

    private final Customers customers;

    Visible(Customers customers) {
        this.customers = customers;
    }

    /** The filter that these customers, and no others, meet. */
    static String filter(Collection<Long> ids) {
        return ids.stream().map(ShortId::format).collect(Collectors.joining(",", "id=in=(", ")"));
    }

    /** Fails if there is no such customer, or if it is a foreign one: the two are never told apart. */
    void require(CustomerId customer) {
        if (customers.find(customer.value(), ID).isEmpty()) {
            throw new NotFoundException("customer", customer.toString());
        }
    }
}
