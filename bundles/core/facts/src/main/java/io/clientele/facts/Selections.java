package io.clientele.facts;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Filters for set-based work: what {@link Customers} lists, as part of a statement of a module's own. Safe for use by many threads.
 */
@ProviderType
public interface Selections {
    /**
     * Understands {@code filter} by the facts of this moment, for the customers that the current caller sees. A module that works on all of
     * them does it as the system. Fails as {@link Customers} does; null is no condition.
     */
    Selection of(@Nullable String filter);
}
