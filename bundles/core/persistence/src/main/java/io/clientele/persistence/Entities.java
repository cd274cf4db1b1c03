package io.clientele.persistence;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The JPA entities of one bundle, inside the units of work of {@link Transactions}: SQL and entities of many bundles share one
 * transaction. Registered with the property {@link #BUNDLE} for each bundle that has a {@code Meta-Persistence} header, after its
 * migrations.
 */
@ProviderType
public interface Entities {
    /** The service property that holds the symbolic name of the bundle whose entities these are. */
    String BUNDLE = "bundle";

    /** Runs {@code work} in a unit of work, joining the current one; changes to managed entities are written before it commits. */
    <T> T write(Function<EntityManager, T> work);

    /** Runs {@code work} for reading; entities it returns are detached. */
    <T> T read(Function<EntityManager, T> work);
}
