package io.clientele.modules.internal;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.persistence.Schemas;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Takes a module's tables back to the form that an edition knows. */
final class WayBack {
    private final Schemas schemas;

    WayBack(Schemas schemas) {
        this.schemas = schemas;
    }

    /** Whether the tables are in a form newer than {@code target} knows, made by {@code from}. */
    boolean isNewer(Archive from, Archive target) {
        return !beyond(from.symbolicName(), target.newestMigration()).isEmpty();
    }

    private SortedSet<Integer> beyond(String bundle, int version) {
        return schemas.begun(bundle).tailSet(version + 1);
    }

    /** Takes back what {@code from} has made beyond {@code target}. */
    void undo(Archive from, Archive target) {
        schemas.undo(from.symbolicName(), target.newestMigration(), scripts(from, target));
    }

    private static Map<String, String> scripts(Archive one, @Nullable Archive other) {
        if (other == null) {
            return one.contents().scripts();
        }
        Map<String, String> scripts = new HashMap<>(other.contents().scripts());
        // A migration has one number, but an edition may call its scripts otherwise.
        one.contents().scripts().forEach((file, text) -> Archive.undoneBy(file)
                .filter(number -> !other.undoable().contains(number))
                .ifPresent(number -> scripts.put(file, text)));
        return scripts;
    }

    /**
     * Takes back what {@code failed} has made beyond the edition before it. Tables of a first installation that bring no undo scripts stay, which
     * the returned note says.
     */
    String returnTo(@Nullable Archive before, Archive failed) {
        int target = before == null ? 0 : before.newestMigration();
        SortedSet<Integer> made = beyond(failed.symbolicName(), target);
        if (before == null && !failed.undoable().containsAll(made)) {
            return "; its tables stay until they are purged";
        }
        schemas.undo(failed.symbolicName(), target, scripts(failed, before));
        return "";
    }

    /** Finishes what a process that ended may have begun to take back. */
    void finish(Archive from, Archive to) {
        int target = Math.min(from.newestMigration(), to.newestMigration());
        schemas.undo(to.symbolicName(), target, scripts(from, to));
    }
}
