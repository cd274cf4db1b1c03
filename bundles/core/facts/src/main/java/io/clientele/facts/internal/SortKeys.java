package io.clientele.facts.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: facts, then the id, so that no two customers are equal. The id runs in the direction of the last fact, as in an
 * index over both that is walked from either end.
 *
 * @param facts none of them twice
 * @param idDescending the direction of the id
 */
record SortKeys(List<Key> facts, boolean idDescending) {
    private static final int MOST = 8;
    private static final int MAX_LENGTH = 500;
    private static final SortKeys BY_ID = new SortKeys(List.of(), false);

    /** A fact to sort by; customers without it come last in either direction. */
    record Key(KnownFact fact, boolean descending) {}

    SortKeys {
        facts = List.copyOf(facts);
    }

    /** Reads fact names separated by commas, a leading {@code -} for descending. */
    static SortKeys parse(@Nullable String text, Catalogue catalogue) {
        if (text == null || text.isBlank()) {
            return BY_ID;
        }
        Input input = new Input("sort", text);
        if (text.length() > MAX_LENGTH) {
            throw input.fault(MAX_LENGTH, "the sort order is longer than " + MAX_LENGTH + " characters");
        }
        List<Key> keys = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            keys.add(key(input, start, end, catalogue));
            if (keys.size() > MOST) {
                throw input.fault(start, "a list is sorted by " + MOST + " facts at most");
            }
            requireNew(input, start, keys);
            start = end + 1;
        }
        return of(keys);
    }

    private static SortKeys of(List<Key> keys) {
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            if (key.fact().isRoot()
                    && key.fact().column().column().equals(key.fact().table().customerColumn())) {
                // Nothing is left to order after the id.
                return new SortKeys(keys.subList(0, i), key.descending());
            }
        }
        return new SortKeys(keys, keys.get(keys.size() - 1).descending());
    }

    private static Key key(Input input, int from, int to, Catalogue catalogue) {
        String part = input.text().substring(from, to);
        String trimmed = part.strip();
        int start = from + part.indexOf(trimmed);
        boolean descending = trimmed.startsWith("-");
        String name = descending ? trimmed.substring(1) : trimmed;
        if (name.isEmpty()) {
            throw input.fault(start, "the name of a fact is expected here, as in name,-createdAt");
        }
        KnownFact fact = catalogue.require(input, start + (descending ? 1 : 0), name);
        if (!fact.fact().sortable()) {
            String why = fact.fact().many() ? "a customer can have several" : "it is for searching only";
            throw input.fault(start, "lists cannot be sorted by " + name + ": " + why);
        }
        return new Key(fact, descending);
    }

    private static void requireNew(Input input, int start, List<Key> keys) {
        KnownFact last = keys.get(keys.size() - 1).fact();
        if (keys.stream().filter(k -> k.fact().equals(last)).count() > 1) {
            throw input.fault(start, last.name() + " is named twice");
        }
    }

    /** Whether each key is always there and all run one way, so that one row comparison says what comes after. */
    boolean areUniform() {
        for (Key key : facts) {
            if (!key.fact().always() || key.descending() != idDescending) {
                return false;
            }
        }
        return true;
    }
}
