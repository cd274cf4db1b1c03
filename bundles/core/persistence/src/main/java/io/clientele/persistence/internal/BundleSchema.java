package io.clientele.persistence.internal;

import io.clientele.persistence.Entities;
import io.clientele.persistence.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** The tables of one started bundle, and the services that say so. */
final class BundleSchema implements AutoCloseable {
    private static final String ENTITIES = "Meta-Persistence";
    private final Bundle bundle;
    private final Pool pool;
    private final PooledTransactions transactions;
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private @Nullable JpaEntities entities;
    private boolean closed;

    BundleSchema(Bundle bundle, Pool pool, PooledTransactions transactions) {
        this.bundle = bundle;
        this.pool = pool;
        this.transactions = transactions;
    }

    /** Whether a bundle has tables or entities at all. */
    static boolean isWanted(Bundle bundle) {
        return bundle.findEntries(Migration.FOLDER, "*.sql", false) != null
                || bundle.getHeaders("").get(ENTITIES) != null;
    }

    /** Runs the migrations, then registers the services, unless the bundle has stopped meanwhile. */
    void open() {
        Schema schema = new Migrator(pool).migrate(bundle.getSymbolicName(), MigrationFiles.of(bundle));
        publish(schema);
    }

    private synchronized void publish(Schema schema) {
        if (closed) {
            return;
        }
        String persistenceXml = bundle.getHeaders("").get(ENTITIES);
        if (persistenceXml != null) {
            String file = persistenceXml.isBlank() ? "META-INF/persistence.xml" : persistenceXml.strip();
            JpaEntities opened = new JpaEntities(
                    transactions,
                    pool,
                    file(file),
                    bundle.adapt(BundleWiring.class).getClassLoader());
            entities = opened;
            register(Entities.class, opened, Entities.BUNDLE);
        }
        register(Schema.class, schema, Schema.BUNDLE);
    }

    private URI file(String path) {
        URL url = bundle.getEntry(path);
        if (url == null) {
            throw new IllegalStateException(bundle.getSymbolicName() + " has no " + path);
        }
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private <S> void register(Class<S> type, S service, String property) {
        BundleContext context = FrameworkUtil.getBundle(BundleSchema.class).getBundleContext();
        Map<String, String> properties = Map.of(property, bundle.getSymbolicName());
        registrations.push(context.registerService(type, service, FrameworkUtil.asDictionary(properties)));
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!registrations.isEmpty()) {
            registrations.pop().unregister();
        }
        if (entities != null) {
            entities.close();
        }
    }
}
