package io.clientele.modules.internal;

import io.clientele.kernel.UnavailableException;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.StepFailedException;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Wanted;
import io.clientele.persistence.Database;
import io.clientele.persistence.DatabaseException;
import io.clientele.rest.Routes.Absence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework run what is wanted, also after somebody did things by hand. Used by one thread, but for {@link #fault}. */
final class WantedModules {
    private static final Logger LOG = LoggerFactory.getLogger(WantedModules.class);

    private final Parts parts;
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /** What it works with. {@code deaths} is how many starts in a row may kill the process. */
    record Parts(
            Storage storage,
            ModuleBundles bundles,
            Verification verification,
            Away away,
            Database database,
            Clock clock,
            int deaths) {}

    WantedModules(Parts parts) {
        this.parts = parts;
    }

    /** Why a module that is wanted does not run, or null. */
    @Nullable
    String fault(String module) {
        return faults.get(module);
    }

    /**
     * Removes what is not wanted and starts what is. A module that fails is left away, and the others go on. If one could not show what it is worth because the
     * database was away, this fails in the end: it is to be done again.
     */
    void restore() {
        List<StoredModule> wanted = parts.storage().modules().all();
        parts.bundles().all().stream().filter(bundle -> !serves(bundle, wanted)).forEach(parts.bundles()::uninstall);
        for (String module : parts.away().modules()) {
            if (wanted.stream().noneMatch(m -> m.isInstalled() && m.name().equals(module))) {
                parts.away().end(module);
            }
        }
        List<UnavailableException> outages = wanted.stream()
                .filter(StoredModule::isInstalled)
                .flatMap(module -> restore(module).stream())
                .toList();
        if (!outages.isEmpty()) {
            throw outages.get(0);
        }
    }

    /** One that runs, but did not prove itself, is not taken for one that serves: it is to have another chance. */
    private boolean serves(Bundle bundle, List<StoredModule> wanted) {
        return bundle.getState() == Bundle.ACTIVE
                && !parts.away().isAway(String.valueOf(bundle.getHeaders("").get("Clientele-Module")))
                && wanted.stream()
                        .anyMatch(m -> m.isInstalled()
                                && ModuleBundles.digest(bundle)
                                        .equals(Optional.of(m.edition().sha256())));
    }

    /** The outage that kept a module from being started, if there was one. */
    private Optional<UnavailableException> restore(StoredModule module) {
        Optional<Archive> archive =
                parts.storage().archives().find(module.edition().sha256());
        faults.remove(module.name());
        if (archive.isEmpty()) {
            parts.away().begin(module.name(), null, null);
            faults.put(module.name(), "its archive is not in the store any more, or not fit");
        } else if (module.wanted() == Wanted.QUARANTINED) {
            parts.away().begin(module.name(), archive.get(), null);
        } else if (parts.storage().markers().deaths(archive.get()) >= parts.deaths()) {
            parts.away().begin(module.name(), archive.get(), null);
            quarantine(module, "the process ended while it was started");
        } else if (!parts.bundles().isActive(archive.get())) {
            return start(module, archive.get());
        }
        return Optional.empty();
    }

    private Optional<UnavailableException> start(StoredModule module, Archive archive) {
        Absence absence = parts.away().begin(module.name(), archive, null);
        try {
            requireDatabase();
            prove(module, archive, absence);
        } catch (UnavailableException e) {
            LOG.warn("{} waits for the database", archive);
            faults.put(module.name(), String.valueOf(e.getMessage()));
            return Optional.of(e);
        } catch (DatabaseException e) {
            LOG.error("{} stays away", archive, e);
            faults.put(module.name(), String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void prove(StoredModule module, Archive archive, Absence absence) {
        try {
            Bundle bundle = parts.bundles().install(archive);
            parts.bundles().start(archive, bundle);
            parts.verification().check(archive, bundle, absence);
            parts.away().end(module.name());
            LOG.info("{} serves", archive);
        } catch (StepFailedException e) {
            if (e.isHung()) {
                quarantine(module, String.valueOf(e.getMessage()));
            } else {
                // Without a database no module can prove itself: that is no fault of its own.
                requireDatabase();
            }
            LOG.error("{} stays away: {}", archive, e.getMessage());
            faults.put(module.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Asked before a module is started, so that it has all its time to prove itself with the database there, and again if it failed. */
    private void requireDatabase() {
        String unused = parts.database().version();
    }

    private void quarantine(StoredModule module, String reason) {
        LOG.error("{} {} is in quarantine: {}", module.name(), module.edition().version(), reason);
        parts.storage()
                .modules()
                .put(module.with(Wanted.QUARANTINED, reason, parts.clock().instant()));
    }

    /** Lets a module out of quarantine and starts it. */
    void release(StoredModule module) {
        parts.storage()
                .archives()
                .find(module.edition().sha256())
                .ifPresent(parts.storage().markers()::end);
        StoredModule released =
                module.with(Wanted.INSTALLED, null, parts.clock().instant());
        parts.storage().modules().put(released);
        restore(released).ifPresent(outage -> {
            throw outage;
        });
    }
}
