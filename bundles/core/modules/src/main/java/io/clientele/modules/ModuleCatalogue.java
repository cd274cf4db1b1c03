package io.clientele.modules;

import java.util.List;

/**
 * What is installed, what could be, and where reality differs from what was asked for.
 *
 * @param developmentMode whether archives that nobody signed are taken
 */
public record ModuleCatalogue(
        boolean developmentMode, List<InstalledModule> installed, List<AvailableModule> available, List<Drift> drift) {
    public ModuleCatalogue {
        installed = List.copyOf(installed);
        available = List.copyOf(available);
        drift = List.copyOf(drift);
    }
}
