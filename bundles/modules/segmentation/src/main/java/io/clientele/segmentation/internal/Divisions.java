package io.clientele.segmentation.internal;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.MemberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the rules of a classification divide the customers whom the caller sees: where they overlap, and which never come to their turn. */
@Component(service = Divisions.class)
public final class Divisions {
    private final Platform platform;
    private final Classifications classifications;

    /**
     * How customers are divided.
     *
     * @param nobody how many are in no class, and
     * @param several how many in more than one: none of either, but while a fact is away or a change is under way
     */
    public record Division(long customers, long nobody, long several, List<Part> classes) {
        public Division {
            classes = List.copyOf(classes);
        }
    }

    /**
     * A class.
     *
     * @param customers how many are in it
     * @param matching how many its rule would take if it came first; null while a fact is away
     * @param taken how many of those are in each class before, without classes that take none
     * @param dead whether nobody comes to it
     */
    public record Part(
            String key, String name, long customers, @Nullable Long matching, List<Taken> taken, boolean dead) {
        public Part {
            taken = List.copyOf(taken);
        }
    }

    /** How many a class takes from another that comes later. */
    public record Taken(String by, long customers) {}

    @Activate
    public Divisions(@Reference Platform platform, @Reference Classifications classifications) {
        this.platform = platform;
        this.classifications = classifications;
    }

    /** Looks at a classification now. */
    public Division of(long id) {
        Kept kept = classifications.get(id);
        Map<Integer, Long> all = patterns(kept, null).orElseThrow();
        List<Part> parts = new ArrayList<>();
        for (int place = 0; place < kept.segments().size(); place++) {
            parts.add(part(kept, place, all));
        }
        return new Division(
                Overlaps.sum(all, pattern -> true),
                all.getOrDefault(0, 0L),
                Overlaps.sum(all, pattern -> Integer.bitCount(pattern) > 1),
                parts);
    }

    private Part part(Kept kept, int place, Map<Integer, Long> all) {
        List<Classification.Rule> rules = kept.classification().rules();
        Classification.Rule rule = rules.get(place);
        long customers = Overlaps.sum(all, pattern -> (pattern & 1 << place) != 0);
        Optional<Map<Integer, Long>> matching =
                rule.filter() == null ? Optional.of(all) : patterns(kept, rule.filter());
        List<Taken> taken = new ArrayList<>();
        for (int before = 0; before < place && matching.isPresent(); before++) {
            int bit = 1 << before;
            long many = Overlaps.sum(matching.get(), pattern -> (pattern & bit) != 0);
            if (many > 0) {
                taken.add(new Taken(rules.get(before).key(), many));
            }
        }
        @Nullable
        Long total = matching.map(found -> Overlaps.sum(found, pattern -> true)).orElse(null);
        return new Part(rule.key(), rule.name(), customers, total, taken, customers == 0);
    }

    /** In which classes those are whom a filter finds, by bits; nothing while a fact is away. */
    private Optional<Map<Integer, Long>> patterns(Kept kept, @Nullable String filter) {
        Subquery found;
        try {
            found = platform.selections().of(filter).all(platform.now());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
        return Optional.of(platform.transactions()
                .read(connection -> MemberTable.patterns(connection, platform.dialect(), kept.segments(), found)));
    }
}
