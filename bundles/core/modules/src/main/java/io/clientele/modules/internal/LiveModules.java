package io.clientele.modules.internal;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.modules.AvailableModule;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleCatalogue;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.Modules;
import io.clientele.modules.Plan;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.leak.LeakWatch;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredChange;
import io.clientele.modules.internal.store.StoredModule;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Who may do what, one change at a time. */
final class LiveModules implements Modules {
    private static final String READ = "modules:read";
    private static final String ADMIN = "modules:admin";

    private final Parts parts;

    /** What the service is made of. */
    record Parts(
            Callers callers,
            Storage storage,
            Targets targets,
            Planner planner,
            Changes changes,
            WantedModules wanted,
            Overview overview,
            LeakWatch leaks,
            OneAtATime work) {}

    LiveModules(Parts parts) {
        this.parts = parts;
    }

    @Override
    public ModuleCatalogue catalogue() {
        parts.callers().require(READ);
        return parts.overview().catalogue();
    }

    @Override
    public Optional<InstalledModule> find(String name) {
        parts.callers().require(READ);
        return parts.overview().find(name);
    }

    @Override
    public AvailableModule add(InputStream archive) {
        parts.callers().require(ADMIN);
        return Overview.uploaded(parts.storage().archives().add(archive));
    }

    @Override
    public Plan plan(Wish wish) {
        parts.callers().require(READ);
        return parts.planner().plan(wish, parts.targets().of(wish));
    }

    @Override
    public ModuleChange carryOut(Wish wish) {
        Caller caller = parts.callers().require(ADMIN);
        try (OneAtATime.Turn turn = parts.work().take()) {
            Editions editions = parts.targets().of(wish);
            List<String> refusals = parts.planner().plan(wish, editions).refusals();
            if (!refusals.isEmpty()) {
                throw new ConflictException("module-plan-refused", String.join("; ", refusals));
            }
            CompletableFuture<StoredChange> opened = new CompletableFuture<>();
            // On the other thread altogether: a request with an Idempotency-Key is one transaction, which nobody sees
            // into.
            Future<ModuleChange> running = turn.run(() -> parts.callers().as(caller, () -> {
                StoredChange stored = parts.changes().open(wish, editions, caller);
                opened.complete(stored);
                return carryOut(wish, stored, editions);
            }));
            return parts.work().await(running).orElseGet(() -> parts.storage()
                    .journal()
                    .get(opened.join().change().id()));
        }
    }

    private ModuleChange carryOut(Wish wish, StoredChange stored, Editions editions) {
        Archive from = editions.from();
        return wish.kind() == ChangeKind.PURGE && from != null
                ? parts.changes().purge(stored, from)
                : parts.changes().swap(stored, editions);
    }

    @Override
    public List<ModuleChange> changes() {
        parts.callers().require(READ);
        return parts.storage().journal().newest();
    }

    @Override
    public Map<String, Long> purgePreview(String name) {
        parts.callers().require(READ);
        Archive archive = parts.targets().of(Wish.of(ChangeKind.PURGE, name)).from();
        return archive == null
                ? Map.of()
                : parts.storage().modules().rows(archive.contents().tables());
    }

    @Override
    public ModuleCatalogue repair() {
        Caller caller = parts.callers().require(ADMIN);
        try (OneAtATime.Turn turn = parts.work().take()) {
            parts.work().await(turn.run(() -> parts.callers().as(caller, () -> {
                parts.wanted().restore();
                return true;
            })));
        }
        return parts.overview().catalogue();
    }

    @Override
    public InstalledModule release(String name) {
        Caller caller = parts.callers().require(ADMIN);
        try (OneAtATime.Turn turn = parts.work().take()) {
            parts.storage().archives().all().stream()
                    .filter(archive -> archive.name().equals(name))
                    .forEach(parts.storage().markers()::end);
            Optional<StoredModule> installed =
                    parts.storage().modules().find(name).filter(StoredModule::isInstalled);
            installed.ifPresent(
                    module -> parts.work().await(turn.run(() -> parts.callers().as(caller, () -> {
                        parts.wanted().release(module);
                        return true;
                    }))));
        }
        return parts.overview().find(name).orElseThrow(() -> new NotFoundException("module", name));
    }

    @Override
    public ModuleCatalogue checkLeaks() {
        parts.callers().require(ADMIN);
        try (OneAtATime.Turn turn = parts.work().take()) {
            parts.work().await(turn.run(() -> {
                parts.leaks().check();
                return true;
            }));
        }
        return parts.overview().catalogue();
    }
}
