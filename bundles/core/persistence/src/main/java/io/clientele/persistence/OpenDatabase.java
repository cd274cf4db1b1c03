package io.clientele.persistence;

import io.clientele.kernel.Ids;
import org.osgi.annotation.versioning.ProviderType;

/** A database in use, with what bundles get from it as services in OSGi. Closing it closes every connection. */
@ProviderType
public interface OpenDatabase extends AutoCloseable {
    Transactions transactions();

    Database database();

    /** Ids for this process; the first call takes a node number from the database. */
    Ids ids();

    /**
     * Runs the outstanding migrations of one bundle, as its start would.
     *
     * @param anchor any class out of the jar or folder that holds the bundle's {@code META-INF/clientele/migrations}
     */
    Schema migrate(String bundle, Class<?> anchor);

    /** The way back for tables of bundles that go. */
    Schemas schemas();

    /** The entities listed in the {@code META-INF/persistence.xml} of the jar or folder that holds {@code anchor}. */
    Entities entities(Class<?> anchor);

    @Override
    void close();
}
