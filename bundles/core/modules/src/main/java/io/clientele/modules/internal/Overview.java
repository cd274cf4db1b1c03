package io.clientele.modules.internal;

import io.clientele.modules.AvailableModule;
import io.clientele.modules.Drift;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleCatalogue;
import io.clientele.modules.ModuleState;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.leak.LeakWatch;
import io.clientele.modules.internal.store.Storage;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.modules.internal.store.StoredModule.Edition;
import io.clientele.modules.internal.store.StoredModule.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Compares what is wanted with what the framework runs. */
final class Overview {
    private final Settings settings;
    private final Storage storage;
    private final ModuleBundles bundles;
    private final WantedModules wanted;
    private final LeakWatch leaks;

    Overview(Settings settings, Storage storage, ModuleBundles bundles, WantedModules wanted, LeakWatch leaks) {
        this.settings = settings;
        this.storage = storage;
        this.bundles = bundles;
        this.wanted = wanted;
        this.leaks = leaks;
    }

    ModuleCatalogue catalogue() {
        List<StoredModule> stored = storage.modules().all();
        List<InstalledModule> installed = stored.stream().map(this::installed).toList();
        return new ModuleCatalogue(
                settings.developmentMode(),
                installed,
                available(stored),
                storage.repositories().states(),
                drift(stored));
    }

    Optional<InstalledModule> find(String name) {
        return storage.modules().find(name).map(this::installed);
    }

    private InstalledModule installed(StoredModule module) {
        Optional<Archive> archive = storage.archives().find(module.edition().sha256());
        ModuleState state = state(module, archive);
        Edition previous = module.previous();
        return new InstalledModule(
                module.name(),
                module.symbolicName(),
                module.edition().version(),
                module.edition().sha256(),
                state,
                state == ModuleState.STOPPED ? wanted.fault(module.name()) : module.reason(),
                previous == null ? null : previous.version(),
                module.changedAt(),
                archive.map(a -> List.copyOf(a.paths())).orElse(List.of()),
                leaks.of(module.name()));
    }

    private ModuleState state(StoredModule module, Optional<Archive> archive) {
        if (module.wanted() == Wanted.UNINSTALLED) {
            return ModuleState.UNINSTALLED;
        }
        Optional<Bundle> bundle = archive.flatMap(bundles::find);
        if (bundle.isPresent() && hangs(bundle.get())) {
            return ModuleState.HUNG;
        }
        if (module.wanted() == Wanted.QUARANTINED) {
            return ModuleState.QUARANTINED;
        }
        return bundle.isPresent() && bundle.get().getState() == Bundle.ACTIVE
                ? ModuleState.RUNNING
                : ModuleState.STOPPED;
    }

    private static boolean hangs(Bundle bundle) {
        return bundle.getState() == Bundle.STARTING || bundle.getState() == Bundle.STOPPING;
    }

    private List<AvailableModule> available(List<StoredModule> stored) {
        Set<String> installed = stored.stream()
                .filter(StoredModule::isInstalled)
                .map(m -> m.edition().sha256())
                .collect(Collectors.toSet());
        Map<String, AvailableModule> available = new LinkedHashMap<>();
        storage.repositories()
                .offers()
                .forEach(offer ->
                        available.put(offer.archive().sha256(), available(offer.archive(), offer.repository())));
        storage.archives().all().forEach(archive -> available.putIfAbsent(archive.sha256(), uploaded(archive)));
        available.keySet().removeAll(installed);
        return List.copyOf(available.values());
    }

    static AvailableModule uploaded(Archive archive) {
        return available(archive, "uploaded");
    }

    private static AvailableModule available(Archive archive, String source) {
        return new AvailableModule(
                archive.name(),
                archive.symbolicName(),
                archive.version().toString(),
                archive.sha256(),
                archive.signer(),
                source);
    }

    private List<Drift> drift(List<StoredModule> stored) {
        List<Drift> drift = new ArrayList<>();
        for (StoredModule module : stored) {
            if (module.wanted() == Wanted.INSTALLED
                    && state(module, storage.archives().find(module.edition().sha256())) == ModuleState.STOPPED) {
                drift.add(new Drift(module.name(), module.edition().version() + " is wanted but does not run"));
            }
        }
        for (Bundle bundle : bundles.all()) {
            boolean wanted = stored.stream()
                    .anyMatch(m -> m.isInstalled()
                            && ModuleBundles.digest(bundle)
                                    .equals(Optional.of(m.edition().sha256())));
            if (!wanted) {
                String what = hangs(bundle) ? " hangs until the next restart" : " is there but not wanted";
                drift.add(new Drift(name(bundle), bundle.getVersion() + what));
            }
        }
        bundles.strangers()
                .forEach(bundle -> drift.add(new Drift(
                        name(bundle), bundle.getVersion() + " was installed by other means, without a check")));
        return drift;
    }

    private static String name(Bundle bundle) {
        return String.valueOf(bundle.getHeaders("").get("Clientele-Module"));
    }
}
