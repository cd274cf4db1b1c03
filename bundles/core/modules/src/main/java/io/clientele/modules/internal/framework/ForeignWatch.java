package io.clientele.modules.internal.framework;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** Sees whether a bundle that is no module is stopped, refreshed or changed while it watches. */
public final class ForeignWatch implements SynchronousBundleListener, AutoCloseable {
    private static final int DISTURBING = BundleEvent.STOPPING
            | BundleEvent.STOPPED
            | BundleEvent.UNRESOLVED
            | BundleEvent.UPDATED
            | BundleEvent.UNINSTALLED;

    private final BundleContext context;
    private final Map<Bundle, @Nullable BundleWiring> before = new HashMap<>();
    private final Queue<String> disturbed = new ConcurrentLinkedQueue<>();

    public ForeignWatch(BundleContext context) {
        this.context = context;
        for (Bundle bundle : context.getBundles()) {
            if (!ModuleBundles.isModule(bundle)) {
                before.put(bundle, bundle.adapt(BundleWiring.class));
            }
        }
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if ((event.getType() & DISTURBING) != 0 && before.containsKey(event.getBundle())) {
            disturbed.add(event.getBundle().getSymbolicName());
        }
    }

    /** Fails if a foreign bundle was disturbed. */
    public void check() {
        before.forEach((bundle, wiring) -> {
            if (bundle.adapt(BundleWiring.class) != wiring && wiring != null) {
                disturbed.add(bundle.getSymbolicName());
            }
        });
        if (!disturbed.isEmpty()) {
            throw StepFailedException.of("another bundle was stopped or refreshed: " + disturbed.peek());
        }
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
