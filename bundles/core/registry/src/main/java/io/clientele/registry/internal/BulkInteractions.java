package io.clientele.registry.internal;

import io.clientele.registry.NewInteraction;

/** Adds interactions; one that is on record and says the same is left alone. Needs {@code customers:import}. */
public interface BulkInteractions extends Bulk<BulkInteractions.Row> {
    /** One interaction; faults of the customer stand at {@code /customer}. */
    record Row(CustomerKey customer, NewInteraction interaction) {}
}
