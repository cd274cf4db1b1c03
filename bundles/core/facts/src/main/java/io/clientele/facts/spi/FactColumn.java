package io.clientele.facts.spi;

import io.clientele.facts.FactType;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fact and where it stands.
 *
 * @param fact the fact's name
 * @param column the column that holds it; on PostgreSQL a column of text has the collation {@code "C"}
 * @param key turns what a person writes in a filter into what the column holds, such as a folded form; applied to
 *     texts and words only
 * @param notNull whether the column is {@code NOT NULL}: then a list sorted by it is one walk along an index on it and the id
 * @param only for a table of {@link FactSource.Cardinality#MANY} that holds several facts: the columns and values, of text
 *     or of whole numbers, that tell this one's rows
 * @param presence whether the fact is true of a customer for whom there is a row, and false of others
 * @param label by language tag
 * @param unit such as {@code EUR}, or null
 */
public record FactColumn(
        String fact,
        FactType type,
        String column,
        UnaryOperator<String> key,
        boolean notNull,
        Map<String, Object> only,
        boolean presence,
        Map<String, String> label,
        @Nullable String unit) {
    public FactColumn {
        only = Map.copyOf(only);
        label = Map.copyOf(label);
    }

    /** A fact whose column holds what people write. */
    public static FactColumn of(String fact, FactType type, String column, Map<String, String> label) {
        return new FactColumn(fact, type, column, UnaryOperator.identity(), false, Map.of(), false, label, null);
    }

    /** A fact that is true of the customers for whom there is a row whose {@code discriminator}, a whole number, is {@code value}. */
    public static FactColumn presence(String fact, String discriminator, long value, Map<String, String> label) {
        Map<String, Object> only = Map.of(discriminator, value);
        return new FactColumn(
                fact, FactType.BOOLEAN, discriminator, UnaryOperator.identity(), true, only, true, label, null);
    }

    /** The same fact, found by {@code key}. */
    public FactColumn keyedBy(UnaryOperator<String> otherKey) {
        return new FactColumn(fact, type, column, otherKey, notNull, only, presence, label, unit);
    }

    /** The same fact, in the rows whose {@code discriminator} is {@code value}. */
    public FactColumn where(String discriminator, String value) {
        return new FactColumn(fact, type, column, key, notNull, Map.of(discriminator, value), presence, label, unit);
    }

    /** The same fact, known for every row of its table. */
    public FactColumn neverNull() {
        return new FactColumn(fact, type, column, key, true, only, presence, label, unit);
    }

    /** The same fact, measured in {@code otherUnit}. */
    public FactColumn in(String otherUnit) {
        return new FactColumn(fact, type, column, key, notNull, only, presence, label, otherUnit);
    }
}
