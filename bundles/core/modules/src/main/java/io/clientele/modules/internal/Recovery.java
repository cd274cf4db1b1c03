package io.clientele.modules.internal;

import io.clientele.kernel.UnavailableException;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleChange.Outcome;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.StepFailedException;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.store.Step;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredChange;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Wanted;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.MigrationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the framework run what is wanted: at a start, after changes that were cut off, and after somebody did things by hand. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Parts parts;
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /** What recovery works with. {@code deaths} is how many starts in a row may kill the process. */
    record Parts(
            Surroundings surroundings,
            Storage storage,
            Changes changes,
            ModuleBundles bundles,
            Verification verification,
            Away away,
            WayBack tables,
            int deaths) {}

    Recovery(Parts parts) {
        this.parts = parts;
    }

    /** Why a module that is wanted does not run, or null. */
    @Nullable
    String fault(String module) {
        return faults.get(module);
    }

    /** Ends the changes that were cut off, then starts what is wanted. */
    void run() {
        parts.storage().journal().unfinished().forEach(this::conclude);
        restore();
    }

    private void conclude(StoredChange stored) {
        ModuleChange change = stored.change();
        Optional<Archive> from = archive(stored.fromSha256());
        Optional<Archive> to = archive(stored.toSha256());
        LOG.warn("{} of {} was cut off at {}", change.kind(), change.module(), change.step());
        if (change.kind() == ChangeKind.PURGE) {
            from.ifPresent(archive -> parts.changes().purge(stored, archive));
            return;
        }
        Outcome outcome = Outcome.ROLLED_BACK;
        String detail = "The process ended at this step";
        try {
            detail += takeBack(change, from, to);
        } catch (MigrationException | DatabaseException e) {
            // The other modules are to come all the same; this one has its old version, and tables that a hand must
            // look at.
            LOG.error("{}: the tables could not be taken back", change.module(), e);
            outcome = Outcome.FAILED;
            detail += ", and the tables could not be taken back: " + e.getMessage();
        }
        end(change, outcome, detail, new Editions(change.module(), from.orElse(null), to.orElse(null)));
    }

    private String takeBack(ModuleChange change, Optional<Archive> from, Optional<Archive> to) {
        if (from.isPresent() && to.isPresent() && change.step().equals(Step.UNDOING.label())) {
            parts.tables().finish(from.get(), to.get());
        }
        return to.isPresent() && !change.step().equals(Step.PREPARED.label())
                ? parts.tables().returnTo(from.orElse(null), to.get())
                : "";
    }

    private void end(ModuleChange change, Outcome outcome, String detail, Editions editions) {
        parts.surroundings().transactions().write(connection -> {
            parts.changes().end(change, outcome, detail, 0);
            parts.changes().keepTables(editions);
            Archive to = editions.to();
            if (to != null && parts.storage().markers().deaths(to) > 0) {
                // It may be what ended the process: it is not tried again until it is released, by its name.
                parts.changes().remember(to);
            }
            return true;
        });
    }

    private Optional<Archive> archive(@Nullable String sha256) {
        return sha256 == null ? Optional.empty() : parts.storage().archives().find(sha256);
    }

    /** Removes what is not wanted and starts what is. A module that fails is left away, and the others go on. */
    void restore() {
        List<StoredModule> wanted = parts.storage().modules().all();
        for (Bundle bundle : parts.bundles().all()) {
            boolean serves = bundle.getState() == Bundle.ACTIVE
                    && wanted.stream()
                            .anyMatch(m -> m.isInstalled()
                                    && ModuleBundles.digest(bundle)
                                            .equals(Optional.of(m.edition().sha256())));
            if (!serves) {
                String name = String.valueOf(bundle.getHeaders("").get("Clientele-Module"));
                parts.bundles().uninstall(bundle);
                parts.away().end(name);
            }
        }
        wanted.stream().filter(StoredModule::isInstalled).forEach(this::restore);
    }

    private void restore(StoredModule module) {
        Optional<Archive> archive = archive(module.edition().sha256());
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
            start(module, archive.get());
        }
    }

    private void start(StoredModule module, Archive archive) {
        var absence = parts.away().begin(module.name(), archive, null);
        try {
            Bundle bundle = parts.bundles().install(archive);
            parts.bundles().start(archive, bundle);
            parts.verification().check(archive, bundle, absence);
            parts.away().end(module.name());
            LOG.info("{} serves", archive);
        } catch (StepFailedException e) {
            LOG.error("{} stays away: {}", archive, e.getMessage());
            faults.put(module.name(), String.valueOf(e.getMessage()));
            if (e.isHung()) {
                quarantine(module, String.valueOf(e.getMessage()));
            }
        } catch (DatabaseException | UnavailableException e) {
            LOG.error("{} stays away", archive, e);
            faults.put(module.name(), String.valueOf(e.getMessage()));
        }
    }

    private void quarantine(StoredModule module, String reason) {
        LOG.error("{} {} is in quarantine: {}", module.name(), module.edition().version(), reason);
        parts.storage()
                .modules()
                .put(module.with(
                        Wanted.QUARANTINED, reason, parts.surroundings().clock().instant()));
    }

    /** Lets a module out of quarantine and starts it. */
    void release(StoredModule module) {
        archive(module.edition().sha256()).ifPresent(parts.storage().markers()::end);
        StoredModule released =
                module.with(Wanted.INSTALLED, null, parts.surroundings().clock().instant());
        parts.storage().modules().put(released);
        restore(released);
    }
}
