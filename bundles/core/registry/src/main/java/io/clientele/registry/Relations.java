package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** How customers stand to each other. Both ends must be visible to the caller. Safe for use by many threads. */
@ProviderType
public interface Relations {
    /** Relates {@code from} to {@code to}; fails with a conflict {@code relation-exists} if they are so related already. */
    Relation add(CustomerId from, String kind, CustomerId to);

    /**
     * The relations of one customer, in both directions, in the order in which they were added. Those to customers out of the caller's
     * sight are left out, so a page can be shorter than {@code limit} and still have a next one.
     */
    Page<Relation> list(CustomerId customer, int limit, @Nullable String cursor);

    void remove(CustomerId customer, RelationId relation);
}
