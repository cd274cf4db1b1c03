package io.clientele.modules.internal;

import io.clientele.modules.ChangeKind;
import io.clientele.modules.Wish;
import io.clientele.modules.Wish.Downgrade;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.Wirings;
import io.clientele.modules.internal.framework.Wirings.Lack;
import io.clientele.modules.internal.store.MigrationNotes;
import io.clientele.modules.internal.store.StartMarkers;
import io.clientele.modules.internal.store.Storage;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What speaks against a change. */
final class Refusals {
    private final ModuleBundles bundles;
    private final Wirings wirings;
    private final StartMarkers markers;
    private final Schemas schemas;
    private final Dialect dialect;
    private final MigrationNotes migrations;
    private final Claims claims;

    /** Where the tables of modules are. */
    record Tables(Schemas schemas, Dialect dialect) {}

    Refusals(ModuleBundles bundles, Wirings wirings, Storage storage, Tables tables, Claims claims) {
        this.bundles = bundles;
        this.wirings = wirings;
        this.markers = storage.markers();
        this.schemas = tables.schemas();
        this.dialect = tables.dialect();
        this.migrations = storage.migrations();
        this.claims = claims;
    }

    /** Every reason; none if the change may be carried out. */
    List<String> of(Wish wish, Editions editions) {
        List<String> found = new ArrayList<>();
        Archive from = editions.from();
        Archive to = editions.to();
        if (to != null) {
            found.addAll(claims.against(to));
            ran(to, found);
            to.without(dialect)
                    .forEach(step -> found.add(step + " of " + to + " has no text for " + dialect
                            + "; add one, or one for all databases"));
            lacks(to, found);
            if (markers.deaths(to) > 0) {
                found.add("the process ended while " + to + " was started; release " + to.name() + " to try again");
            }
        }
        if (from != null && to != null) {
            edition(wish, from, to, found);
            tables(from, to, found);
        }
        if (from != null) {
            dependants(from).forEach(chain -> found.add("another bundle would be refreshed: " + chain));
        }
        return found;
    }

    private void lacks(Archive to, List<String> found) {
        for (Lack lack : wirings.missing(to.contents().needs())) {
            if (lack.here().isEmpty()) {
                found.add(to + " needs " + lack.need() + ", which nothing here offers");
            } else {
                found.add(to + " needs " + lack.need() + "; here is " + lack.here());
            }
        }
    }

    private static void edition(Wish wish, Archive from, Archive to, List<String> found) {
        if (!from.symbolicName().equals(to.symbolicName())) {
            found.add(to + " is the bundle " + to.symbolicName() + ", but " + from.symbolicName() + " is installed");
        }
        if (from.sha256().equals(to.sha256())) {
            found.add(from + " is installed already");
        } else if (wish.kind() == ChangeKind.UPDATE && wish.downgrade() == Downgrade.REFUSED) {
            int newer = to.version().compareTo(from.version());
            if (newer == 0) {
                found.add("another " + from.version() + " is installed; give the archive a higher version");
            } else if (newer < 0) {
                found.add(to.version() + " is not newer than " + from.version() + "; say that a downgrade is meant");
            }
        }
    }

    /** What ran stays as it ran, and what is new comes behind it. */
    private void ran(Archive to, List<String> found) {
        SortedMap<Integer, String> checksums = migrations.checksums(to.symbolicName());
        checksums.forEach((version, checksum) -> to.checksum(version)
                .filter(now -> !now.equals(checksum))
                .ifPresent(now -> found.add(label('V', version) + " of " + to
                        + " has been edited since it ran; put the old text back and add a new migration")));
        SortedMap<Integer, String> kept = checksums.headMap(to.newestMigration() + 1);
        if (!kept.isEmpty()) {
            outstanding(to)
                    .headSet(kept.lastKey())
                    .forEach(version -> found.add(label('V', version) + " of " + to + " comes before "
                            + label('V', kept.lastKey()) + ", which has run already; give it a higher number"));
        }
    }

    private void tables(Archive from, Archive to, List<String> found) {
        for (int version : outstanding(to)) {
            if (!to.undoable().contains(version)) {
                found.add(label('V', version) + " of " + to + " has no undo script " + label('U', version)
                        + "; without it there is no way back");
            }
        }
        for (int version : beyond(to)) {
            if (!from.undoable().contains(version)) {
                found.add(label('V', version) + " of " + from + " has no undo script");
            }
        }
    }

    private SortedSet<Integer> outstanding(Archive to) {
        SortedSet<Integer> outstanding = new TreeSet<>(to.migrations());
        outstanding.removeAll(schemas.begun(to.symbolicName()));
        return outstanding;
    }

    private SortedSet<Integer> beyond(Archive to) {
        return schemas.begun(to.symbolicName()).tailSet(to.newestMigration() + 1);
    }

    private static String label(char kind, int version) {
        return String.format(Locale.ROOT, "%s%03d", kind, version);
    }

    /** The migrations that a change to {@code to} would run, and those it would take back. */
    List<String> migrations(@Nullable Archive from, Archive to) {
        List<String> labels = new ArrayList<>();
        outstanding(to).forEach(version -> labels.add("run " + label('V', version)));
        if (from != null) {
            beyond(to).forEach(version -> labels.add("take back " + label('V', version)));
        }
        return labels;
    }

    List<String> dependants(Archive archive) {
        return bundles.find(archive).map(bundles::dependants).orElse(List.of());
    }
}
