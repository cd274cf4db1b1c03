package io.clientele.facts.internal;

import io.clientele.facts.Fact;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.UnavailableException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts at one time. It never changes: when a bundle comes or goes another one takes its place, and with it go the queries that were
 * understood by it.
 */
final class Catalogue {
    private static final int REMEMBERED = 512;
    private static final int REMEMBERED_LENGTH = 500;

    private final SortedMap<String, KnownFact> facts;
    private final @Nullable Table root;
    private final long revision;
    private final Map<Written, Query> queries = Collections.synchronizedMap(new Recent());

    private record Written(@Nullable String filter, @Nullable String sort) {}

    Catalogue(Map<String, KnownFact> facts, @Nullable Table root, long revision) {
        this.facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        this.root = root;
        this.revision = revision;
    }

    List<Fact> all() {
        return facts.values().stream().map(KnownFact::fact).toList();
    }

    /** Grows from each catalogue to the one that takes its place. */
    long revision() {
        return revision;
    }

    /** The fact called {@code name}, which stands at {@code index} of {@code input}. */
    KnownFact require(Input input, int index, String name) {
        KnownFact fact = facts.get(name);
        if (fact == null) {
            throw unknown(input, index, name);
        }
        return fact;
    }

    /** The customer table. */
    Table root() {
        if (root == null) {
            throw new UnavailableException("The customer registry is away", Duration.ofSeconds(5));
        }
        return root;
    }

    /** What is asked for, understood; the same texts are understood once. */
    Query query(@Nullable String filter, @Nullable String sort) {
        Written written = new Written(filter == null || filter.isBlank() ? null : filter, sort);
        Query known = queries.get(written);
        if (known != null) {
            return known;
        }
        Filter condition = written.filter == null ? null : FilterParser.parse(written.filter, this);
        Query query = new Query(root(), condition, SortKeys.parse(sort, this), written.filter + "\n" + sort);
        if ((filter == null ? 0 : filter.length()) + (sort == null ? 0 : sort.length()) <= REMEMBERED_LENGTH) {
            queries.put(written, query);
        }
        return query;
    }

    private InvalidInputException unknown(Input input, int index, String name) {
        String hint = Nearest.to(name, facts.keySet())
                .map(near -> "; did you mean " + near + "?")
                .orElse("; GET /api/v1/facts lists them all");
        return input.fault(index, "there is no fact " + Input.quote(name) + hint);
    }

    private static final class Recent extends LinkedHashMap<Written, Query> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Query> eldest) {
            return size() > REMEMBERED;
        }
    }
}
