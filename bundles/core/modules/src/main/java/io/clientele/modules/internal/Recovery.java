package io.clientele.modules.internal;

import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleChange.Outcome;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.Step;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredChange;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.MigrationException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up at a start what a process before left. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Parts parts;

    /** What recovery works with. */
    record Parts(Surroundings surroundings, Storage storage, Changes changes, WantedModules wanted, WayBack tables) {}

    Recovery(Parts parts) {
        this.parts = parts;
    }

    /** Ends the changes that were cut off, then starts what is wanted. */
    void run() {
        parts.storage().journal().unfinished().forEach(this::conclude);
        parts.wanted().restore();
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
}
