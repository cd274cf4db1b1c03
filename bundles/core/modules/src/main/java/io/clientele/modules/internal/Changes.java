package io.clientele.modules.internal;

import io.clientele.access.Caller;
import io.clientele.access.Change;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleChange.Outcome;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.Swap.Result;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.ChangeTable;
import io.clientele.modules.internal.store.ModuleTable;
import io.clientele.modules.internal.store.Step;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredChange;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Edition;
import io.clientele.modules.internal.store.StoredModule.Wanted;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Carries changes out, each step written down before it is taken. Used by one thread. */
final class Changes {
    private final Surroundings surroundings;
    private final ModuleTable modules;
    private final ChangeTable journal;
    private final Swap swap;

    Changes(Surroundings surroundings, Storage storage, Swap swap) {
        this.surroundings = surroundings;
        this.modules = storage.modules();
        this.journal = storage.journal();
        this.swap = swap;
    }

    /** Writes down that a change is to be made. */
    StoredChange open(Wish wish, Editions editions, Caller caller) {
        ModuleChange change = new ModuleChange(
                surroundings.ids().next(),
                editions.module(),
                wish.kind(),
                version(editions.from()),
                version(editions.to()),
                Step.PREPARED.label(),
                Outcome.RUNNING,
                caller.login(),
                surroundings.clock().instant(),
                null,
                null,
                0);
        StoredChange stored = new StoredChange(change, sha256(editions.from()), sha256(editions.to()));
        journal.add(stored);
        return stored;
    }

    private static @Nullable String version(@Nullable Archive archive) {
        return archive == null ? null : archive.version().toString();
    }

    private static @Nullable String sha256(@Nullable Archive archive) {
        return archive == null ? null : archive.sha256();
    }

    /** Installs, updates, uninstalls or rolls back. */
    ModuleChange swap(StoredChange stored, Editions editions) {
        ModuleChange change = stored.change();
        Result result = swap.carryOut(editions, new Journal() {
            @Override
            public void step(Step step) {
                journal.step(change.id(), step);
            }

            @Override
            public void decide() {
                surroundings.transactions().write(connection -> {
                    wanted(editions);
                    end(change, Outcome.DONE, null, 0);
                    return true;
                });
            }
        });
        return concluded(change, editions, result);
    }

    private ModuleChange concluded(ModuleChange change, Editions editions, Result result) {
        surroundings.transactions().write(connection -> {
            if (result.fault() == null) {
                journal.end(change.id(), ending(Outcome.DONE, null, result.awayMillis()));
            } else {
                end(change, result.whole() ? Outcome.ROLLED_BACK : Outcome.FAILED, result.fault(), result.awayMillis());
                keepTables(editions);
            }
            return true;
        });
        return journal.get(change.id());
    }

    /** A first installation that failed may have left tables, which a purge must be able to find. */
    void keepTables(Editions editions) {
        Archive to = editions.to();
        if (to != null && !Collections.disjoint(surroundings.schemas().begun(to.symbolicName()), to.migrations())) {
            remember(to);
        }
    }

    /** Keeps the name of a module that is not installed, unless its bundle, and so what its migrations made, is another module's. */
    void remember(Archive archive) {
        boolean known = modules.all().stream()
                .anyMatch(
                        m -> m.name().equals(archive.name()) || m.symbolicName().equals(archive.symbolicName()));
        if (!known) {
            modules.put(
                    StoredModule.installed(archive, null, surroundings.clock().instant())
                            .with(Wanted.UNINSTALLED, null, surroundings.clock().instant()));
        }
    }

    /** Makes the outcome of {@code editions} what is wanted from now on. */
    void wanted(Editions editions) {
        Archive to = editions.to();
        Archive from = editions.from();
        if (to != null) {
            Edition previous = from == null ? null : Edition.of(from);
            modules.put(
                    StoredModule.installed(to, previous, surroundings.clock().instant()));
        } else {
            modules.find(editions.module())
                    .ifPresent(m -> modules.put(m.with(
                            Wanted.UNINSTALLED, null, surroundings.clock().instant())));
        }
    }

    private ChangeTable.End ending(Outcome outcome, @Nullable String detail, long awayMillis) {
        return new ChangeTable.End(
                outcome, detail, awayMillis, surroundings.clock().instant());
    }

    /** Drops the tables of a module that is not installed any more. */
    ModuleChange purge(StoredChange stored, Archive archive) {
        ModuleChange change = stored.change();
        surroundings.schemas().purge(archive.symbolicName(), archive.contents().tables());
        surroundings.transactions().write(connection -> {
            modules.remove(archive.name());
            end(change, Outcome.DONE, null, 0);
            return true;
        });
        return journal.get(change.id());
    }

    /** Ends a change and audits it; part of a unit of work. */
    void end(ModuleChange change, Outcome outcome, @Nullable String detail, long awayMillis) {
        journal.end(change.id(), ending(outcome, detail, awayMillis));
        surroundings.audit().record(new Change(action(change.kind(), outcome), "module", change.id(), detail(change)));
    }

    private static String action(ChangeKind kind, Outcome outcome) {
        if (outcome != Outcome.DONE) {
            return "modules.ChangeFailed";
        }
        return switch (kind) {
            case INSTALL -> "modules.ModuleInstalled";
            case UPDATE -> "modules.ModuleUpdated";
            case UNINSTALL -> "modules.ModuleUninstalled";
            case ROLLBACK -> "modules.ModuleRolledBack";
            case PURGE -> "modules.ModulePurged";
        };
    }

    /** Names of modules and versions hold nothing that JSON would have to escape. */
    private static String detail(ModuleChange change) {
        return "{\"module\":\"" + change.module() + "\",\"from\":" + quoted(change.from()) + ",\"to\":"
                + quoted(change.to()) + "}";
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
