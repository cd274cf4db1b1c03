package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How customers stand to each other. Both ends must be visible to the caller. Safe for use by many threads.
 *
 * <p>Reading needs {@code customers:read}, writing {@code customers:write}, else it fails with {@link io.clientele.kernel.ForbiddenException}. Of a
 * customer out of the caller's sight all fail with {@link io.clientele.kernel.NotFoundException}, of one that became part of another with {@link
 * io.clientele.kernel.GoneException}; input that breaks a rule with {@link io.clientele.kernel.InvalidInputException}.
 */
@ProviderType
public interface Relations {
    /** Relates {@code from} to {@code to}; fails with a conflict {@code relation-exists} if they are so related already. */
    Relation add(CustomerId from, String kind, CustomerId to);

    /**
     * The relations of one customer, in both directions, in the order in which they were added. Those to customers out of the caller's
     * sight are left out, so a page can be shorter than {@code limit} and still have a next one.
     */
    Page<Relation> list(CustomerId customer, int limit, @Nullable String cursor);

    /** Ends a relation, from either end; fails with {@link io.clientele.kernel.NotFoundException} if {@code customer} has none of this id. */
    void remove(CustomerId customer, RelationId relation);
}
