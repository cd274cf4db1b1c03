package io.clientele.registry.internal;

/** Adds relations; one that is there is left alone. Needs the permission {@code customers:import}. */
public interface BulkRelations extends Bulk<BulkRelations.Row> {
    /** One relation; faults of the ends stand at {@code /customer} and {@code /to}. */
    record Row(CustomerKey customer, String kind, CustomerKey to) {}
}
