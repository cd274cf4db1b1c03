package io.clientele.registry;

import org.osgi.annotation.versioning.ProviderType;

/** Makes the firm forget people. Needs {@code customers:erase}. Safe for use by many threads. */
@ProviderType
public interface Erasures {
    /**
     * Erases a customer with all that belongs to it and all customers that became part of it, here at once and in every module as soon as it is there; done twice, it answers with the
     * first time. Fails with {@link io.clientele.kernel.NotFoundException} for a customer out of the caller's sight; as nobody owns what is
     * gone, only who sees all customers is told of an erasure.
     */
    Erased erase(CustomerId customer);
}
