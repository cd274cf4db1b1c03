package io.clientele.modules.internal.archive;

import io.clientele.persistence.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * A module's archive that was found fit, and what it says.
 *
 * @param name the module's, such as {@code sales}
 * @param sha256 of the file, in hexadecimal
 * @param signer who signed it, or null in development mode
 */
public record Archive(
        String name, String symbolicName, Version version, String sha256, @Nullable String signer, Contents contents) {
    /**
     * What the module brings.
     *
     * @param exports packages it offers
     * @param scripts migrations and their undo scripts by file name
     * @param tables that its migrations make
     */
    public record Contents(
            Needs needs,
            List<String> exports,
            List<ResourceClass> resources,
            Map<String, String> scripts,
            SortedSet<String> tables,
            SortedSet<String> screens,
            SortedSet<String> facts) {}

    /** The paths in front of its operations. */
    public List<String> roots() {
        return contents.resources().stream().map(ResourceClass::root).distinct().toList();
    }

    /** Its operations, such as {@code GET /api/v1/deals/{id}}. */
    public SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>();
        contents.resources().forEach(r -> r.operations().forEach(o -> paths.add(o.verb() + " " + o.path())));
        return paths;
    }

    public SortedSet<String> permissions() {
        SortedSet<String> permissions = new TreeSet<>();
        contents.resources().forEach(r -> r.operations().forEach(o -> {
            String permission = o.permission();
            if (permission != null) {
                permissions.add(permission);
            }
        }));
        return permissions;
    }

    /** The numbers of its migrations. */
    public SortedSet<Integer> migrations() {
        return Scripts.numbers(contents.scripts(), 'V');
    }

    /** The numbers of those migrations that can be taken back. */
    public SortedSet<Integer> undoable() {
        return Scripts.numbers(contents.scripts(), 'U');
    }

    /** The number of the migration that a script of this name takes back; empty if it takes none back. */
    public static Optional<Integer> undoneBy(String file) {
        return Scripts.undoneBy(file);
    }

    /** Its migrations and undo scripts, such as {@code V001__x}, that have no text for this database. */
    public SortedSet<String> without(Dialect dialect) {
        return Scripts.without(contents.scripts(), dialect);
    }

    /** What tells whether a migration was edited since it ran. */
    public Optional<String> checksum(int version) {
        return Scripts.checksum(contents.scripts(), version);
    }

    /** The number of its newest migration, or 0. */
    public int newestMigration() {
        SortedSet<Integer> numbers = migrations();
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    /** How it is spoken of. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
