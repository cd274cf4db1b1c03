package io.clientele.registry.internal;

import io.clientele.registry.NewPurchase;

/**
 * Adds purchases. One whose reference is on record is left alone if it says the same, and fails if it does not. Needs the permission
 * {@code customers:import}.
 */
public interface BulkPurchases extends Bulk<BulkPurchases.Row> {
    /** One purchase; faults of the customer stand at {@code /customer}. */
    record Row(CustomerKey customer, NewPurchase purchase) {}
}
