package io.clientele.modules.internal;

import io.clientele.facts.Fact;
import io.clientele.facts.Facts;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.Difference;
import io.clientele.modules.Plan;
import io.clientele.modules.Wish;
import io.clientele.modules.internal.Swap.Editions;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.Archive.Contents;
import io.clientele.modules.internal.framework.Wirings;
import io.clientele.modules.spi.FilterUse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what a change would do, from the archives and the running framework alone. */
final class Planner {
    private final Refusals refusals;
    private final Wirings wirings;
    private final Facts facts;
    private final List<FilterUse> filters = new CopyOnWriteArrayList<>();

    Planner(Refusals refusals, Wirings wirings, Facts facts) {
        this.refusals = refusals;
        this.wirings = wirings;
        this.facts = facts;
    }

    void add(FilterUse use) {
        filters.add(use);
    }

    void remove(FilterUse use) {
        filters.remove(use);
    }

    Plan plan(Wish wish, Editions editions) {
        Archive from = wish.kind() == ChangeKind.PURGE ? null : editions.from();
        Archive to = editions.to();
        Difference gone = Difference.between(facts(from), facts(to));
        return new Plan(
                wish.kind(),
                editions.module(),
                version(editions.from()),
                version(to),
                Difference.between(names(from), names(to)),
                Difference.between(wires(from), wires(to)),
                Difference.between(of(from, Archive::paths), of(to, Archive::paths)),
                Difference.between(contents(from, Contents::screens), contents(to, Contents::screens)),
                Difference.between(of(from, Archive::permissions), of(to, Archive::permissions)),
                tables(wish, editions),
                gone,
                to == null ? List.of() : refusals.migrations(editions.from(), to),
                suspended(new TreeSet<>(gone.go())),
                from == null ? List.of() : refusals.dependants(from),
                refusals.of(wish, editions));
    }

    private static @Nullable String version(@Nullable Archive archive) {
        return archive == null ? null : archive.version().toString();
    }

    private static List<String> names(@Nullable Archive archive) {
        return archive == null ? List.of() : List.of(archive.symbolicName() + " " + archive.version());
    }

    private Collection<String> wires(@Nullable Archive archive) {
        return archive == null
                ? List.of()
                : wirings.wires(archive.contents().needs().packages());
    }

    private static Collection<String> of(@Nullable Archive archive, Function<Archive, Collection<String>> part) {
        return archive == null ? List.of() : part.apply(archive);
    }

    private static Collection<String> contents(@Nullable Archive archive, Function<Contents, Collection<String>> part) {
        return archive == null ? List.of() : part.apply(archive.contents());
    }

    /** Tables outlive the module, unless they are purged. */
    private static Difference tables(Wish wish, Editions editions) {
        Collection<String> before = contents(editions.from(), Contents::tables);
        return switch (wish.kind()) {
            case PURGE -> Difference.between(before, List.of());
            case UNINSTALL -> Difference.between(before, before);
            case INSTALL, UPDATE, ROLLBACK -> Difference.between(before, contents(editions.to(), Contents::tables));
        };
    }

    /** Those that an archive declares, and those that its running bundle keeps. */
    private Set<String> facts(@Nullable Archive archive) {
        Set<String> names = new TreeSet<>();
        if (archive != null) {
            names.addAll(archive.contents().facts());
            facts.all().stream()
                    .filter(fact -> fact.source().equals(archive.symbolicName()))
                    .map(Fact::name)
                    .forEach(names::add);
        }
        return names;
    }

    private List<String> suspended(Set<String> gone) {
        return gone.isEmpty()
                ? List.of()
                : filters.stream()
                        .flatMap(use -> use.naming(gone).stream())
                        .sorted()
                        .toList();
    }
}
