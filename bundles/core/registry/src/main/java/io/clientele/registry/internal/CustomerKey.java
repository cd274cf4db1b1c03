package io.clientele.registry.internal;

import io.clientele.registry.CustomerId;
import io.clientele.registry.Identifier;

/** How a file names a customer. */
public sealed interface CustomerKey {
    /** By the registry's own id. */
    record ById(CustomerId id) implements CustomerKey {}

    /** By the name another system has for it. */
    record ByIdentifier(Identifier identifier) implements CustomerKey {}
}
