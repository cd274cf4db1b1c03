package io.clientele.registry.internal;

import io.clientele.registry.CustomerId;
import io.clientele.registry.NewPurchase;
import io.clientele.registry.Purchase;
import io.clientele.registry.PurchaseId;
import io.clientele.registry.internal.store.PurchaseTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * A return names a purchase of the same customer and currency, and gives back no more than was paid. The customer is held, so that of two
 * returns of one purchase the second one sees the first. For one thread.
 */
final class Returns {
    private final Connection connection;
    private final Map<PurchaseId, BigDecimal> accepted = new HashMap<>();

    Returns(Connection connection) {
        this.connection = connection;
    }

    /** Records what is wrong with a purchase as a return, if it is one. */
    void check(CustomerId customer, NewPurchase content, Faults faults) throws SQLException {
        PurchaseId returnOf = content.returnOf();
        if (returnOf == null) {
            return;
        }
        Purchase original = PurchaseTable.find(connection, customer, returnOf);
        if (original == null || original.content().isReturn()) {
            faults.add("/returnOf", "This customer has no purchase " + returnOf);
        } else if (!original.content().currency().equals(content.currency())) {
            faults.add(
                    "/currency",
                    "The purchase was paid in " + original.content().currency());
        } else {
            BigDecimal paid = original.content().amount().amount();
            BigDecimal back = PurchaseTable.returned(connection, original)
                    .add(accepted.getOrDefault(returnOf, BigDecimal.ZERO))
                    .add(content.amount().amount());
            if (paid.add(back).signum() < 0) {
                faults.add("/lines", "More would come back than was paid");
            }
        }
    }

    /** Counts a return that is not in the table yet. */
    void accept(NewPurchase content) {
        PurchaseId returnOf = content.returnOf();
        if (returnOf != null) {
            accepted.merge(returnOf, content.amount().amount(), BigDecimal::add);
        }
    }
}
