package io.clientele.modules;

import io.clientele.rest.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of this installation.
 *
 * @param name such as {@code sales}
 * @param reason why it does not run, or null if it does
 * @param previous the version that a roll-back returns to, or null if there is none
 * @param paths what it serves
 * @param leaked what still holds on to earlier versions that were stopped
 */
public record InstalledModule(
        String name,
        String symbolicName,
        String version,
        String sha256,
        ModuleState state,
        @Told @Nullable String reason,
        @Nullable String previous,
        Instant changedAt,
        List<String> paths,
        List<String> leaked) {
    public InstalledModule {
        paths = List.copyOf(paths);
        leaked = List.copyOf(leaked);
    }
}
