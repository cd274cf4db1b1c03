package io.clientele.modules.internal;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.StepFailedException;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.store.ArchiveStore;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees when somebody stops or starts a module by hand, as from a console: its paths are away meanwhile, rather than unknown. */
final class HandWatch implements SynchronousBundleListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandWatch.class);
    private final BundleContext context;
    private final ArchiveStore store;
    private final Away away;
    private final Verification verification;
    private final Executor worker;
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    HandWatch(BundleContext context, ArchiveStore store, Away away, Verification verification, Executor worker) {
        this.context = context;
        this.store = store;
        this.away = away;
        this.verification = verification;
        this.worker = worker;
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Optional<String> digest = ModuleBundles.digest(event.getBundle());
        if (digest.isPresent() && event.getType() == BundleEvent.STOPPING) {
            store.find(digest.get()).ifPresent(this::left);
        } else if (digest.isPresent() && event.getType() == BundleEvent.STARTED) {
            store.find(digest.get()).ifPresent(archive -> returned(archive, event.getBundle()));
        }
    }

    /** A change has announced the absence before it stops a module. */
    private void left(Archive archive) {
        if (!away.isAway(archive.name())) {
            stopped.add(archive.name());
            away.begin(archive.name(), archive, null);
            LOG.warn("{} was stopped by other means", archive);
        }
    }

    private void returned(Archive archive, Bundle bundle) {
        if (stopped.remove(archive.name())) {
            worker.execute(() -> admit(archive, bundle));
        }
    }

    private void admit(Archive archive, Bundle bundle) {
        if (!away.isAway(archive.name())) {
            // Recovery was it that started it, and has proved it.
            return;
        }
        try {
            verification.check(archive, bundle, away.begin(archive.name(), archive, null));
            away.end(archive.name());
        } catch (StepFailedException e) {
            LOG.error("{} was started by other means, but does not serve: {}", archive, e.getMessage());
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
