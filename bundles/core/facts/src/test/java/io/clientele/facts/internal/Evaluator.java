package io.clientele.facts.internal;

import io.clientele.persistence.Dialect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What filters and orders mean, said a second time in plain Java over plain values. */
record Evaluator(Dialect dialect, Instant now) {
    boolean holds(Filter filter, Sample sample) {
        if (filter instanceof Filter.All all) {
            return all.parts().stream().allMatch(part -> holds(part, sample));
        }
        if (filter instanceof Filter.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, sample));
        }
        Filter.Condition condition = (Filter.Condition) filter;
        List<Object> values = sample.values(condition.fact().name());
        List<Operand> operands = condition.operands();
        return switch (condition.operator()) {
            case EQUAL, IN -> values.stream().anyMatch(value -> equalsAny(value, operands));
            case NOT_EQUAL, OUT -> values.stream().noneMatch(value -> equalsAny(value, operands));
            case LESS ->
                values.stream().anyMatch(value -> compare(value, operands.get(0).at(now)) < 0);
            case AT_MOST ->
                values.stream().anyMatch(value -> compare(value, operands.get(0).at(now)) <= 0);
            case GREATER ->
                values.stream().anyMatch(value -> compare(value, operands.get(0).at(now)) > 0);
            case AT_LEAST ->
                values.stream().anyMatch(value -> compare(value, operands.get(0).at(now)) >= 0);
            case NULL -> values.isEmpty() == operands.get(0).at(now).equals(true);
            case TEXT ->
                values.stream().anyMatch(value -> hasWords((String) value, (Operand.Beginnings) operands.get(0)));
        };
    }

    /** The order of a sorted list. */
    Comparator<Sample> order(SortKeys sort) {
        Comparator<Sample> order = Comparator.comparing(sample -> 0);
        for (SortKeys.Key key : sort.facts()) {
            Comparator<@Nullable Object> values =
                    Comparator.nullsLast(key.descending() ? (a, b) -> compare(b, a) : this::compare);
            order = order.thenComparing(sample -> sample.value(key.fact().name()), values);
        }
        Comparator<Sample> byId = Comparator.comparing(Sample::id);
        return order.thenComparing(sort.idDescending() ? byId.reversed() : byId);
    }

    private boolean equalsAny(Object value, List<Operand> operands) {
        return operands.stream()
                .anyMatch(operand -> operand instanceof Operand.Prefix prefix
                        ? ((String) value).startsWith(prefix.start())
                        : compare(value, operand.at(now)) == 0);
    }

    private static boolean hasWords(String text, Operand.Beginnings beginnings) {
        List<String> words = Arrays.asList(text.split(" "));
        return beginnings.words().stream().allMatch(start -> words.stream().anyMatch(word -> word.startsWith(start)));
    }

    @SuppressWarnings("unchecked")
    private int compare(Object a, Object b) {
        if (a instanceof String text) {
            return dialect == Dialect.H2
                    ? text.compareTo((String) b)
                    : Arrays.compare(
                            text.codePoints().toArray(),
                            ((String) b).codePoints().toArray());
        }
        if (a instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
        }
        return ((Comparable<Object>) plain(a)).compareTo(plain(b));
    }

    private static Object plain(Object value) {
        return value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    }
}
