package io.clientele.kernel;

import org.osgi.annotation.versioning.ProviderType;

/** Hands out 64-bit ids that grow with time and are unique over all nodes of one system. Safe for use by many threads. */
@ProviderType
public interface Ids {
    /** A new positive id, greater than any this node handed out before. */
    long next();
}
