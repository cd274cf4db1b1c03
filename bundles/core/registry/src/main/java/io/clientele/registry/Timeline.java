package io.clientele.registry;

import io.clientele.kernel.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** What happened between the firm and its customers. Entries are added, never changed or removed. Safe for use by many threads. */
@ProviderType
public interface Timeline {
    Interaction add(CustomerId customer, NewInteraction interaction);

    /**
     * The interactions of one customer, the newest first.
     *
     * @param limit 1 to 200
     * @param cursor where the previous page ended, or null
     */
    Page<Interaction> list(CustomerId customer, int limit, @Nullable String cursor);
}
