package io.clientele.modules;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The life cycle of modules. Reading needs the permission {@code modules:read}, everything else {@code modules:admin}. One change runs at a time
 * in an installation; it is journaled, and resumed or rolled back if the process ends in the middle.
 */
@ProviderType
public interface Modules {
    ModuleCatalogue catalogue();

    /** An installed module, or one that was uninstalled and keeps its tables. */
    Optional<InstalledModule> find(String name);

    /**
     * Checks an archive and keeps it for later. Fails with a {@link io.clientele.kernel.ConflictException} of type {@code archive-refused} before
     * anything is kept.
     */
    AvailableModule add(InputStream archive);

    /** What {@code wish} would do. */
    Plan plan(Wish wish);

    /**
     * Plans and carries out. Returns when it is over, or after a while with {@link ModuleChange.Outcome#RUNNING}. A change that failed is
     * returned like one that succeeded: its outcome tells.
     */
    ModuleChange carryOut(Wish wish);

    /** The newest changes first, at most 200. */
    List<ModuleChange> changes();

    /** How many rows each table of an uninstalled module holds, which a purge would drop. */
    Map<String, Long> purgePreview(String name);

    /** Makes the framework run what was asked for here. */
    ModuleCatalogue repair();

    /** Starts a module that is in quarantine once more. */
    InstalledModule release(String name);

    /** Looks for what holds on to stopped modules, and waits for the result. */
    ModuleCatalogue checkLeaks();
}
