package io.clientele.modules.internal.framework;

import io.clientele.kernel.DaemonThreads;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the bundles which the framework could not resolve when their time came. It refuses to resolve anything at a moment at which somebody else, such as
 * the installer of features, takes a resolver hook away, logs that, goes on to the next bundle and never comes back.
 */
public final class LateStarts implements FrameworkListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LateStarts.class);
    private static final int ATTEMPTS = 10;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 300;
    private static final int REACHED = FrameworkEvent.STARTED | FrameworkEvent.STARTLEVEL_CHANGED;

    private final BundleContext context;

    /** Watches from now on. */
    public LateStarts(BundleContext context) {
        this.context = context;
        context.addFrameworkListener(this);
    }

    @Override
    public void frameworkEvent(FrameworkEvent event) {
        if ((event.getType() & REACHED) != 0 && !left().isEmpty()) {
            onThread(() -> start(ATTEMPTS));
        }
    }

    void start(int attempts) {
        left().forEach(this::start);
        if (attempts > 1 && !left().isEmpty()) {
            CompletableFuture.delayedExecutor(BETWEEN_ATTEMPTS_MILLIS, TimeUnit.MILLISECONDS, LateStarts::onThread)
                    .execute(() -> start(attempts - 1));
        }
    }

    private static void onThread(Runnable work) {
        DaemonThreads.named("clientele-late-starts").newThread(work).start();
    }

    /** What cannot be resolved is asked for without a word: it has been logged already. */
    private void start(Bundle bundle) {
        try {
            if (context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(bundle))) {
                LOG.warn("{} could not be resolved in its turn and is started now", bundle.getSymbolicName());
                bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            }
        } catch (BundleException e) {
            LOG.error("{} cannot be started", bundle.getSymbolicName(), e);
        }
    }

    /** Modules have a life cycle of their own. */
    private List<Bundle> left() {
        int reached = context.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel();
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED
                        && !ModuleBundles.isModule(bundle)
                        && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
                        && isWanted(bundle.adapt(BundleStartLevel.class), reached))
                .toList();
    }

    private static boolean isWanted(BundleStartLevel level, int reached) {
        return level.isPersistentlyStarted() && level.getStartLevel() <= reached;
    }

    @Override
    public void close() {
        context.removeFrameworkListener(this);
    }
}
