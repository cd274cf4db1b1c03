package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether customers may be approached. Entries are added, never changed or removed. For each channel and purpose the one that was decided
 * last counts, whenever it was recorded; of two of the same moment, the one that withdraws. Where there is none, nobody knows, and the
 * customer is not to be approached. Safe for use by many threads.
 *
 * <p>Reading needs {@code customers:read}, writing {@code customers:write}, else it fails with {@link io.clientele.kernel.ForbiddenException}. Of a
 * customer out of the caller's sight all fail with {@link io.clientele.kernel.NotFoundException}, of one that became part of another with {@link
 * io.clientele.kernel.GoneException}; input that breaks a rule with {@link io.clientele.kernel.InvalidInputException}.
 */
@ProviderType
public interface Consents {
    /** Records what a customer said; {@link Consent#counts} of the answer tells whether it is the last word now. */
    Consent add(CustomerId customer, NewConsent consent);

    /**
     * What one customer said, the newest first.
     *
     * @param limit 1 to 200
     * @param cursor where the previous page ended, or null
     */
    Page<Consent> list(CustomerId customer, int limit, @Nullable String cursor);
}
