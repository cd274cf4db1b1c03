package io.clientele.persistence.internal;

import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.Ids;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.MigrationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each bundle that starts its tables, and then says so by services. One thread does it for all, this bundle's own first; while the
 * database is away it tries again every second.
 */
final class BundleSchemas implements BundleTrackerCustomizer<BundleSchema>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleSchemas.class);
    private static final int LAST_MIGRATION_SECONDS = 30;
    private final BundleContext context;
    private final Pool pool;
    private final PooledTransactions transactions;
    private final BundleTracker<BundleSchema> tracker;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("clientele-migrations"));
    private volatile @Nullable ServiceRegistration<Ids> ids;

    BundleSchemas(BundleContext context, Pool pool, PooledTransactions transactions) {
        this.context = context;
        this.pool = pool;
        this.transactions = transactions;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    void open() {
        retried(Nodes.BUNDLE, () -> {
            ids = context.registerService(Ids.class, Nodes.ids(pool, MigrationFiles.of(context.getBundle())), null);
            tracker.open();
        });
    }

    @Override
    public @Nullable BundleSchema addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        // The framework itself is bundle 0; this bundle's own tables are there already.
        if (bundle.getBundleId() == 0 || bundle.equals(context.getBundle()) || !BundleSchema.isWanted(bundle)) {
            return null;
        }
        BundleSchema schema = new BundleSchema(bundle, pool, transactions);
        retried(bundle.getSymbolicName(), schema::open);
        return schema;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, BundleSchema schema) {
        // From starting to active: nothing to do.
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, BundleSchema schema) {
        schema.close();
    }

    /** Nothing a bundle brings may end the worker, not even a class that cannot be loaded. */
    @SuppressWarnings("CatchThrowable")
    private void retried(String bundle, Runnable task) {
        transactions.expect(bundle);
        later(
                () -> {
                    try {
                        task.run();
                        transactions.settle(bundle);
                    } catch (UnavailableException e) {
                        LOG.info("{}: its tables wait for the database", bundle);
                        later(() -> retried(bundle, task), 1);
                    } catch (MigrationException e) {
                        transactions.settle(bundle);
                        LOG.error(
                                "{}: {}. Its services stay away until it is started again", bundle, e.getMessage(), e);
                    } catch (Throwable e) {
                        transactions.settle(bundle);
                        LOG.error("{}: its tables cannot be made. Its services stay away", bundle, e);
                    }
                },
                0);
    }

    private void later(Runnable task, long seconds) {
        try {
            Future<?> unused = worker.schedule(task, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed meanwhile", e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
        tracker.close();
        ServiceRegistration<Ids> registered = ids;
        if (registered != null) {
            registered.unregister();
        }
        try {
            if (!worker.awaitTermination(LAST_MIGRATION_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A migration is still running; it will be taken up at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
