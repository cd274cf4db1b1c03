package io.clientele.segmentation.internal;

import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The segments at one time, each after those that its filter names; their sizes are those of that time. It never changes. */
public record Snapshot(List<Segment> segments) {
    /** Before anything was read. */
    public static final Snapshot NONE = new Snapshot(List.of());

    public Snapshot {
        segments = List.copyOf(segments);
    }

    static Snapshot of(Collection<Segment> segments) {
        Map<String, Segment> byFact = new HashMap<>();
        segments.forEach(segment -> byFact.put(segment.definition().fact(), segment));
        List<Segment> ordered = new ArrayList<>(segments.size());
        Set<String> done = new HashSet<>();
        segments.forEach(segment -> visit(segment.definition().fact(), byFact, done, ordered));
        return new Snapshot(ordered);
    }

    private static void visit(String fact, Map<String, Segment> byFact, Set<String> done, List<Segment> ordered) {
        Segment segment = byFact.get(fact);
        if (segment != null && done.add(fact)) {
            segment.facts().forEach(needed -> visit(needed, byFact, done, ordered));
            ordered.add(segment);
        }
    }

    Optional<Segment> find(String key) {
        return segments.stream().filter(segment -> segment.key().equals(key)).findFirst();
    }

    /** The segments that {@code facts} depend on, by way of however many others. */
    Set<String> behind(Set<String> facts) {
        Set<String> keys = new HashSet<>();
        gather(facts, keys);
        return keys;
    }

    private void gather(Set<String> facts, Set<String> keys) {
        for (String fact : facts) {
            if (fact.startsWith(Definition.FACTS) && keys.add(fact.substring(Definition.FACTS.length()))) {
                find(fact.substring(Definition.FACTS.length())).ifPresent(segment -> gather(segment.facts(), keys));
            }
        }
    }
}
