package io.clientele.modules.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.store.Offer;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The named archive, or the newest of the module; one that is only on offer is taken in. */
    private Archive wanted(Wish wish) {
        String sha256 = wish.sha256();
        List<Offer> offers = storage.repositories().offers().stream()
                .filter(offer -> offer.archive().name().equals(wish.module()))
                .toList();
        Archive wanted = Stream.concat(
                        storage.archives().all().stream(), offers.stream().map(Offer::archive))
                .filter(archive -> archive.name().equals(wish.module()))
                .filter(archive -> sha256 == null || archive.sha256().equals(sha256))
                .max(Comparator.comparing(Archive::version))
                .orElseThrow(() -> sha256 == null
                        ? new NotFoundException("archive of module", wish.module())
                        : new NotFoundException("archive", sha256));
        return storage.archives().find(wanted.sha256()).orElseGet(() -> takeIn(wanted, offers));
    }

    private Archive takeIn(Archive wanted, List<Offer> offers) {
        Offer offer = offers.stream()
                .filter(each -> each.archive().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("archive", wanted.sha256()));
        try (InputStream bytes = Files.newInputStream(offer.file())) {
            return storage.archives().add(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(offer.file() + " cannot be read", e);
        }
    }
}
