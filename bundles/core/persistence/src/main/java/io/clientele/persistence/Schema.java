package io.clientele.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that the tables of one bundle are there. It is registered with the property {@link #BUNDLE} once the bundle's migrations (
 * {@code META-INF/clientele/migrations/V001__what.sql}, or {@code V001__what.h2.sql} and {@code V001__what.postgresql.sql}) have run; a
 * store takes it as a mandatory reference, so that none of the bundle's services appears before:
 *
 * <pre>{@code @Reference(target = "(bundle=io.clientele.sales)") Schema schema}</pre>
 */
@ProviderType
public interface Schema {
    /** The service property that holds the symbolic name of the bundle whose tables these are. */
    String BUNDLE = "bundle";

    /** The number of the newest migration that ran. */
    int version();
}
