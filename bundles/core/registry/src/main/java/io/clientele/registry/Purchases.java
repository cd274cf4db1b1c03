package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What customers bought and brought back. Safe for use by many threads.
 *
 * <p>Reading needs {@code customers:read}, writing {@code customers:write}, else it fails with {@link io.clientele.kernel.ForbiddenException}. Of a
 * customer out of the caller's sight all fail with {@link io.clientele.kernel.NotFoundException}, of one that became part of another with {@link
 * io.clientele.kernel.GoneException}; input that breaks a rule with {@link io.clientele.kernel.InvalidInputException}.
 */
@ProviderType
public interface Purchases {
    /** Records a purchase; fails with a conflict {@code purchase-recorded} if its reference is on record already. */
    Purchase add(CustomerId customer, NewPurchase purchase);

    /**
     * The purchases of one customer, the newest first.
     *
     * @param limit 1 to 200
     * @param cursor where the previous page ended, or null
     */
    Page<Purchase> list(CustomerId customer, int limit, @Nullable String cursor);
}
