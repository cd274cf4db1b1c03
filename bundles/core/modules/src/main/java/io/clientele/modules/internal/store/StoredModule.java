package io.clientele.modules.internal.store;

import io.clientele.modules.internal.archive.Archive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one module.
 *
 * @param reason why it is in quarantine, or null
 * @param previous what a roll-back returns to, or null
 */
public record StoredModule(
        String name,
        String symbolicName,
        Edition edition,
        Wanted wanted,
        @Nullable String reason,
        @Nullable Edition previous,
        Instant changedAt) {
    /** What is to be done with it at a start. */
    public enum Wanted {
        INSTALLED,
        QUARANTINED,
        UNINSTALLED
    }

    /** One version, and the archive that holds it. */
    public record Edition(String version, String sha256) {
        public static Edition of(Archive archive) {
            return new Edition(archive.version().toString(), archive.sha256());
        }
    }

    public boolean isInstalled() {
        return wanted != Wanted.UNINSTALLED;
    }

    public static StoredModule installed(Archive archive, @Nullable Edition previous, Instant at) {
        return new StoredModule(
                archive.name(), archive.symbolicName(), Edition.of(archive), Wanted.INSTALLED, null, previous, at);
    }

    public StoredModule with(Wanted state, @Nullable String why, Instant at) {
        return new StoredModule(name, symbolicName, edition, state, why, previous, at);
    }
}
