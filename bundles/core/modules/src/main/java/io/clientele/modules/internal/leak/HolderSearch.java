package io.clientele.modules.internal.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks for what keeps an object alive, from the object backwards: each pass over the dump finds those that refer to what the pass before found.
 * It holds only what it found on the way, which for a class loader that nobody should need is little.
 */
final class HolderSearch implements HeapReader.Visitor {
    private static final int MOST_PASSES = 50;
    private static final int MOST_OBJECTS = 200_000;

    private final HeapReader reader;
    private final HeapTypes types;
    private final Living living;

    /** Of each object met, the type, and the reference that leads towards the target. */
    private final Map<Long, Step> met = new HashMap<>();

    private Set<Long> sought = new HashSet<>();
    private Set<Long> found = new HashSet<>();

    HolderSearch(HeapReader reader, HeapTypes types, Living living) {
        this.reader = reader;
        this.types = types;
        this.living = living;
    }

    private record Step(Link link, long next) {}

    /** The shortest chain that begins with something alive by itself and ends with what refers to {@code target}; empty if there is none. */
    List<Link> chain(long target) {
        met.clear();
        met.put(target, new Step(new Link(target, 0, ""), 0));
        found = new HashSet<>(Set.of(target));
        for (int pass = 0; pass < MOST_PASSES && !found.isEmpty() && met.size() < MOST_OBJECTS; pass++) {
            Optional<Long> root = found.stream()
                    .filter(living::isRoot)
                    .min(Comparator.comparing(object -> living.thread(object).isPresent() ? 0 : 1));
            if (root.isPresent()) {
                return from(root.get(), target);
            }
            sought = found;
            found = new HashSet<>();
            types.statics(this::meet);
            reader.read(this);
        }
        return List.of();
    }

    private List<Link> from(long root, long target) {
        List<Link> chain = new ArrayList<>();
        for (long at = root; at != target; ) {
            Step step = met.get(at);
            if (step == null) {
                throw new IllegalStateException("a chain without an end");
            }
            chain.add(step.link());
            at = step.next();
        }
        return chain;
    }

    @Override
    public void instance(long object, long type, int position) {
        for (int offset : types.references(type)) {
            long to = reader.number(position + offset);
            if (to != 0 && sought.contains(to)) {
                meet(object, type, to, () -> types.fieldAt(type, offset));
                return;
            }
        }
        if (sought.contains(type)) {
            meet(object, type, type, () -> "");
        }
    }

    @Override
    public void array(long object, long type, int position, int count) {
        for (int i = 0; i < count; i++) {
            long to = reader.number(position + i * Long.BYTES);
            if (to != 0 && sought.contains(to)) {
                meet(object, type, to, () -> "");
                return;
            }
        }
    }

    private void meet(long from, long to, Supplier<String> field) {
        if (sought.contains(to)) {
            meet(from, 0, to, field);
        }
    }

    private void meet(long from, long type, long to, Supplier<String> field) {
        if (!met.containsKey(from)) {
            met.put(from, new Step(new Link(from, type, field.get()), to));
            found.add(from);
        }
    }
}
