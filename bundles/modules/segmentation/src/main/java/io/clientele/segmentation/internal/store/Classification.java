package io.clientele.segmentation.internal.store;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers divided by an ordered list of rules: each belongs to the first that fits. The last fits everybody, so nobody is left out.
 *
 * @param key begins the keys of its segments; never changes
 */
public record Classification(String key, String name, List<Rule> rules) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FILTER = 3_000;
    private static final int MOST_RULES = 12;

    public Classification {
        rules = List.copyOf(rules);
    }

    /**
     * A rule, and the class that it makes.
     *
     * @param key ends the key of its segment
     * @param filter null for everybody
     */
    public record Rule(String key, String name, @Nullable String filter) {}

    /** The key of the segment of a rule. */
    public String segmentKey(Rule rule) {
        return key + "_" + rule.key;
    }

    /** The filter of the segment of the rule at {@code place}, from 0: what it says itself, and none of the rules before. */
    public String filter(int place) {
        List<String> conditions = new ArrayList<>();
        String own = rules.get(place).filter;
        if (own != null) {
            conditions.add("(" + own + ")");
        }
        before(place).forEach(fact -> conditions.add(fact + "==false"));
        return String.join(";", conditions);
    }

    /** The facts that the classes before the one at {@code place} are. */
    public List<String> before(int place) {
        return rules.subList(0, place).stream()
                .map(rule -> Definition.FACTS + segmentKey(rule))
                .toList();
    }

    /** Refuses rules that make no sense, with all that is wrong at once. */
    public void check() {
        List<Violation> violations = new ArrayList<>();
        if (!key.matches("[a-z][A-Za-z0-9]{0,19}")) {
            violations.add(new Violation(
                    "/key", "A key has 1 to 20 letters of a to z or digits, and begins with a small letter"));
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            violations.add(new Violation("/name", "A name has 1 to " + LONGEST_NAME + " characters"));
        }
        if (rules.size() < 2 || rules.size() > MOST_RULES) {
            violations.add(new Violation("/rules", "There are 2 to " + MOST_RULES + " rules"));
        }
        Set<String> keys = new HashSet<>();
        for (int place = 0; place < rules.size(); place++) {
            check(place, keys, violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void check(int place, Set<String> keys, List<Violation> violations) {
        Rule rule = rules.get(place);
        String at = "/rules/" + place;
        if (!rule.key.matches("[a-z][A-Za-z0-9]{0,18}") || !keys.add(rule.key)) {
            violations.add(
                    new Violation(
                            at + "/key",
                            "Rules have different keys of 1 to 19 letters of a to z or digits, that begin with a small letter"));
        }
        if (rule.name.isBlank() || rule.name.length() > LONGEST_NAME) {
            violations.add(new Violation(at + "/name", "A name has 1 to " + LONGEST_NAME + " characters"));
        }
        boolean last = place == rules.size() - 1;
        if (last && rule.filter != null) {
            violations.add(new Violation(
                    at + "/filter", "The last rule fits everybody and has no filter: else some would be in no class"));
        }
        if (!last && (rule.filter == null || rule.filter.length() > LONGEST_FILTER)) {
            violations.add(new Violation(
                    at + "/filter",
                    "A rule but the last has a filter of at most " + LONGEST_FILTER + " characters:"
                            + " nobody would come to those behind one that fits everybody"));
        }
    }
}
