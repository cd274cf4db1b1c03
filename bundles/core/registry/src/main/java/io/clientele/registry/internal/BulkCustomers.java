package io.clientele.registry.internal;

import io.clientele.registry.Profile;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Adds and updates customers. Needs the permission {@code customers:import}. */
public interface BulkCustomers extends Bulk<BulkCustomers.Row> {
    /**
     * One customer.
     *
     * @param key which customer, or null to add one in any case. An identifier that no customer has adds one (the edit need not put it
     *     into the profile: the write does); an id that no visible customer has fails the row
     * @param edit puts what the row says into the customer as it stands, or into a blank person with an empty name if it is new; what it
     *     leaves alone stays
     */
    record Row(@Nullable CustomerKey key, UnaryOperator<Profile> edit) {}
}
