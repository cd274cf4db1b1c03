package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What happened between the firm and its customers. Entries are added, never changed or removed. Safe for use by many threads.
 *
 * <p>Reading needs {@code customers:read}, writing {@code customers:write}, else it fails with {@link io.clientele.kernel.ForbiddenException}. Of a
 * customer out of the caller's sight all fail with {@link io.clientele.kernel.NotFoundException}, of one that became part of another with {@link
 * io.clientele.kernel.GoneException}; input that breaks a rule with {@link io.clientele.kernel.InvalidInputException}.
 */
@ProviderType
public interface Timeline {
    /** Records an interaction by the current caller, now; the customer's {@code timeline.…} facts hold it when this returns. */
    Interaction add(CustomerId customer, NewInteraction interaction);

    /**
     * The interactions of one customer, the newest first.
     *
     * @param limit 1 to 200
     * @param cursor where the previous page ended, or null
     */
    Page<Interaction> list(CustomerId customer, int limit, @Nullable String cursor);
}
