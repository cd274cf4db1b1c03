package io.clientele.modules.internal;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ResourceClass;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.modules.internal.store.StoredModule;
import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What only one can have, and who has it: the paths in front of resources, and the symbolic names of bundles. */
final class Claims {
    private final Supplier<List<StoredModule>> modules;
    private final ArchiveStore archives;
    private final Supplier<Set<String>> platform;
    private final Routes routes;

    /** {@code platform} tells the symbolic names of the platform's bundles. */
    Claims(Supplier<List<StoredModule>> modules, ArchiveStore archives, Supplier<Set<String>> platform, Routes routes) {
        this.modules = modules;
        this.archives = archives;
        this.platform = platform;
        this.routes = routes;
    }

    /** What an edition claims that another has already. */
    List<String> against(Archive to) {
        List<StoredModule> others = modules.get().stream()
                .filter(module -> !module.name().equals(to.name()))
                .toList();
        List<String> found = new ArrayList<>();
        others.stream()
                .filter(other -> other.symbolicName().equals(to.symbolicName()))
                .map(other -> to + " is the bundle " + to.symbolicName() + ", which is that of the module "
                        + other.name() + (other.isInstalled() ? "" : ", whose tables are still here"))
                .forEach(found::add);
        Map<String, String> owners = owners(others);
        for (String root : to.roots()) {
            @Nullable String owner = owners.get(ResourceClass.shape(root));
            if (owner != null) {
                found.add(root + " is served by " + owner);
            }
        }
        return found;
    }

    private Map<String, String> owners(List<StoredModule> others) {
        Map<String, String> owners = new HashMap<>();
        for (StoredModule other : others) {
            if (other.isInstalled()) {
                archives.find(other.edition().sha256())
                        .map(Archive::roots)
                        .orElse(List.of())
                        .forEach(root -> owners.put(ResourceClass.shape(root), "the module " + other.name()));
            }
        }
        for (String bundle : platform.get()) {
            for (Route route : routes.of(bundle)) {
                owners.put(ResourceClass.shape(route.root()), "the platform, by " + bundle);
            }
        }
        return owners;
    }
}
