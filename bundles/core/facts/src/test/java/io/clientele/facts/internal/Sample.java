package io.clientele.facts.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the tests.
 *
 * @param facts the values of each fact; a fact that is missing is not known
 */
record Sample(long id, long owner, @Nullable Long team, Map<String, List<Object>> facts) {
    Sample {
        facts = Map.copyOf(facts);
    }

    List<Object> values(String fact) {
        return fact.equals("id") ? List.of(id) : facts.getOrDefault(fact, List.of());
    }

    @Nullable
    Object value(String fact) {
        List<Object> values = values(fact);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether there is a summary row beside the customer. */
    boolean hasActivity() {
        return facts.containsKey("activity.visits");
    }

    static Sample named(long id, String name) {
        return new Sample(id, 1, null, Map.of("name", List.of(name), "createdAt", List.of(Instant.EPOCH)));
    }
}
