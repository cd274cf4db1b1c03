package io.clientele.modules.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Edition;
import java.util.Comparator;
import java.util.Optional;

/** Finds the archives that a wish is about. */
final class Targets {
    private static final String TYPE = "module-state";
    private final Storage storage;

    Targets(Storage storage) {
        this.storage = storage;
    }

    Editions of(Wish wish) {
        Optional<StoredModule> stored = storage.modules().find(wish.module());
        Optional<StoredModule> installed = stored.filter(StoredModule::isInstalled);
        return switch (wish.kind()) {
            case INSTALL -> {
                if (installed.isPresent()) {
                    throw new ConflictException(TYPE, wish.module() + " is installed already; update it");
                }
                yield new Editions(wish.module(), null, wanted(wish));
            }
            case UPDATE ->
                new Editions(wish.module(), archive(installed(wish, installed).edition()), wanted(wish));
            case UNINSTALL ->
                new Editions(wish.module(), archive(installed(wish, installed).edition()), null);
            case ROLLBACK -> rollback(installed(wish, installed));
            case PURGE -> purge(wish, stored);
        };
    }

    private static StoredModule installed(Wish wish, Optional<StoredModule> installed) {
        return installed.orElseThrow(() -> new NotFoundException("installed module", wish.module()));
    }

    private Editions rollback(StoredModule module) {
        Edition previous = module.previous();
        if (previous == null) {
            throw new ConflictException(TYPE, module.name() + " has no version before to go back to");
        }
        return new Editions(module.name(), archive(module.edition()), archive(previous));
    }

    private Editions purge(Wish wish, Optional<StoredModule> stored) {
        StoredModule module = stored.orElseThrow(() -> new NotFoundException("module", wish.module()));
        if (module.isInstalled()) {
            throw new ConflictException(TYPE, wish.module() + " is installed; uninstall it first");
        }
        return new Editions(module.name(), archive(module.edition()), null);
    }

    private Archive archive(Edition edition) {
        return storage.archives()
                .find(edition.sha256())
                .orElseThrow(() -> new NotFoundException("archive", edition.sha256()));
    }

    /** The named archive, or the newest of the module. */
    private Archive wanted(Wish wish) {
        String sha256 = wish.sha256();
        if (sha256 == null) {
            return storage.archives().all().stream()
                    .filter(archive -> archive.name().equals(wish.module()))
                    .max(Comparator.comparing(Archive::version))
                    .orElseThrow(() -> new NotFoundException("archive of module", wish.module()));
        }
        return storage.archives()
                .find(sha256)
                .filter(archive -> archive.name().equals(wish.module()))
                .orElseThrow(() -> new NotFoundException("archive", sha256));
    }
}
