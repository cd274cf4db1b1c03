package io.clientele.facts.spi;

import io.clientele.facts.FactType;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fact and where it stands.
 *
 * @param fact the fact's name
 * @param column the column that holds it; a column that lists are sorted by is {@code NOT NULL} or sorts its nulls last
 * @param key turns what a person writes in a filter into what the column holds, such as a folded form
 * @param only for a table of {@link FactSource.Cardinality#MANY} that holds several facts: the columns and values that tell this one's rows
 * @param label by language tag
 * @param unit such as {@code EUR}, or null
 */
public record FactColumn(
        String fact,
        FactType type,
        String column,
        UnaryOperator<String> key,
        Map<String, String> only,
        Map<String, String> label,
        @Nullable String unit) {
    public FactColumn {
        only = Map.copyOf(only);
        label = Map.copyOf(label);
    }

    /** A fact whose column holds what people write. */
    public static FactColumn of(String fact, FactType type, String column, Map<String, String> label) {
        return new FactColumn(fact, type, column, UnaryOperator.identity(), Map.of(), label, null);
    }

    /** The same fact, found by {@code key}. */
    public FactColumn keyedBy(UnaryOperator<String> otherKey) {
        return new FactColumn(fact, type, column, otherKey, only, label, unit);
    }

    /** The same fact, in the rows whose {@code discriminator} is {@code value}. */
    public FactColumn where(String discriminator, String value) {
        return new FactColumn(fact, type, column, key, Map.of(discriminator, value), label, unit);
    }
}
