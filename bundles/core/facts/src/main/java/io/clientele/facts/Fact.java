package io.clientele.facts;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the catalogue.
 *
 * @param name such as {@code timeline.lastContact}
 * @param label by language tag ({@code en}, {@code zh})
 * @param unit such as {@code EUR}, or null where there is none
 * @param many whether a customer can have several values; a condition then holds if any value meets it
 * @param sortable whether lists can be ordered by it
 * @param source the symbolic name of the bundle that keeps it
 */
public record Fact(
        String name,
        FactType type,
        Map<String, String> label,
        @Nullable String unit,
        boolean many,
        boolean sortable,
        String source) {
    public Fact {
        label = Map.copyOf(label);
    }
}
