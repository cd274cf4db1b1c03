package io.clientele.modules;

import java.util.List;

/**
 * What is installed, what could be, and where reality differs from what was asked for.
 *
 * @param developmentMode whether archives that nobody signed are taken
 * @param repositories those on other hosts
 */
public record ModuleCatalogue(
        boolean developmentMode,
        List<InstalledModule> installed,
        List<AvailableModule> available,
        List<ModuleRepository> repositories,
        List<Drift> drift) {
    public ModuleCatalogue {
        installed = List.copyOf(installed);
        available = List.copyOf(available);
        repositories = List.copyOf(repositories);
        drift = List.copyOf(drift);
    }
}
