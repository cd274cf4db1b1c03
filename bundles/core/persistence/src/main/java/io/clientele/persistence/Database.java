package io.clientele.persistence;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The one database behind {@link Transactions}. */
@ProviderType
public interface Database {
    Dialect dialect();

    /** How safe an acknowledged write is, in a word for {@code /health}: {@code durable} or {@code fast}. */
    String durability();

    /** The product and version that answered, such as {@code PostgreSQL 16.6}; fails if it does not answer within a second. */
    String version();

    /** The symbolic names of the bundles whose tables are still being made; empty once every started bundle has its own. */
    Set<String> waiting();

    /** How many units of work can be under way at once, which is the size of the pool. */
    int connections();
}
