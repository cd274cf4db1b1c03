package io.clientele.modules.internal.framework;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.modules.internal.store.StartMarkers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles of modules. Each edition of a module is a bundle of its own, so that the one before is still there, wired as it was, when the new
 * one fails. None starts by itself when the framework does.
 */
public final class ModuleBundles {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleBundles.class);
    private static final String LOCATION = "clientele-module:";
    private static final int RESOLUTIONS = 20;
    private static final long BETWEEN_RESOLUTIONS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private final BundleContext context;
    private final ArchiveStore store;
    private final StartMarkers markers;
    private final OwnThread own;

    public ModuleBundles(BundleContext context, ArchiveStore store, StartMarkers markers, Duration patience) {
        this.context = context;
        this.store = store;
        this.markers = markers;
        this.own = new OwnThread(patience);
    }

    static boolean isModule(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }

    private static String location(Archive archive) {
        return LOCATION + archive.name() + "@" + archive.sha256();
    }

    public Optional<Bundle> find(Archive archive) {
        return Optional.ofNullable(context.getBundle(location(archive)));
    }

    /** Whether this edition serves. */
    public boolean isActive(Archive archive) {
        return find(archive).map(b -> b.getState() == Bundle.ACTIVE).orElse(false);
    }

    /** Every bundle of a module, wanted or not. */
    public List<Bundle> all() {
        return Stream.of(context.getBundles()).filter(ModuleBundles::isModule).toList();
    }

    /** The digest of the archive that a module's bundle came from; empty for any other bundle. */
    public static Optional<String> digest(Bundle bundle) {
        String location = bundle.getLocation();
        return isModule(bundle) ? Optional.of(location.substring(location.indexOf('@') + 1)) : Optional.empty();
    }

    /** Bundles that say they are modules, but were not installed here. */
    public List<Bundle> strangers() {
        return Stream.of(context.getBundles())
                .filter(b -> !isModule(b) && b.getHeaders("").get("Clientele-Module") != null)
                .toList();
    }

    /** Installs and resolves an edition beside whatever runs; if that is not possible, nothing is left of it. */
    public Bundle install(Archive archive) {
        Bundle bundle = find(archive).orElseGet(() -> installed(archive));
        if (!isResolved(archive, bundle)) {
            uninstall(bundle);
            List<String> missing =
                    missing(archive).stream().map(Wirings.Lack::need).toList();
            throw StepFailedException.of(
                    missing.isEmpty()
                            ? archive + " cannot be resolved"
                            : archive + " needs " + String.join(", ", missing) + ", which nothing here offers");
        }
        return bundle;
    }

    /**
     * Resolves a bundle. The framework refuses whatever is asked of it at a moment at which somebody else, such as the installer of features, takes a
     * resolver hook away: when nothing is missing it is asked again.
     */
    private boolean isResolved(Archive archive, Bundle bundle) {
        boolean resolved = framework().resolveBundles(List.of(bundle));
        for (int i = 1; !resolved && i < RESOLUTIONS && missing(archive).isEmpty(); i++) {
            LockSupport.parkNanos(BETWEEN_RESOLUTIONS_NANOS);
            resolved = framework().resolveBundles(List.of(bundle));
        }
        return resolved;
    }

    private List<Wirings.Lack> missing(Archive archive) {
        return new Wirings(context).missing(archive.contents().needs());
    }

    private Bundle installed(Archive archive) {
        try (InputStream bytes = store.open(archive)) {
            Bundle bundle = context.installBundle(location(archive), bytes);
            bundle.adapt(BundleStartLevel.class).setStartLevel(ownLevel());
            return bundle;
        } catch (BundleException e) {
            throw StepFailedException.of(archive + " cannot be installed: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As early as this bundle, so that a module can start while the framework is still on its way up. */
    private int ownLevel() {
        return Math.max(1, context.getBundle().adapt(BundleStartLevel.class).getStartLevel());
    }

    private FrameworkWiring framework() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Starts an edition on a thread of its own. If the process dies of it, a mark on the disk tells. */
    public void start(Archive archive, Bundle bundle) {
        markers.begin(archive);
        try {
            own.run("starting " + archive, () -> bundle.start(Bundle.START_TRANSIENT));
            markers.end(archive);
        } catch (StepFailedException e) {
            if (!e.isHung()) {
                markers.end(archive);
            }
            throw e;
        }
    }

    public void stop(Archive archive, Bundle bundle) {
        own.run("stopping " + archive, () -> bundle.stop(Bundle.STOP_TRANSIENT));
    }

    /** Removes a bundle and its class loader. Nobody is wired to it, so nobody is refreshed. */
    public void uninstall(Bundle bundle) {
        try {
            own.run("uninstalling " + bundle.getLocation(), bundle::uninstall);
            PastUses.forget(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION), bundle);
        } catch (StepFailedException e) {
            LOG.error("{} stays behind: {}", bundle.getLocation(), e.getMessage());
        }
    }

    /** The bundles that would be refreshed if {@code bundle} went, with the packages by which each hangs on it. */
    public List<String> dependants(Bundle bundle) {
        return new Wirings(context).chains(bundle);
    }
}
