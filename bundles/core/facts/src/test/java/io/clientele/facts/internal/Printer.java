package io.clientele.facts.internal;

import io.clientele.facts.FactType;
import io.clientele.kernel.ShortId;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a filter as a person could have. */
final class Printer {
    private Printer() {}

    static String print(Filter filter) {
        if (filter instanceof Filter.All all) {
            return join(all.parts(), ";");
        }
        if (filter instanceof Filter.Any any) {
            return join(any.parts(), ",");
        }
        Filter.Condition condition = (Filter.Condition) filter;
        String values = condition.operands().stream()
                .map(operand -> print(condition, operand))
                .collect(Collectors.joining(","));
        String right = condition.operator().takesSet() ? "(" + values + ")" : values;
        return condition.fact().name() + condition.operator().symbol() + right;
    }

    private static String join(List<Filter> parts, String connective) {
        return parts.stream()
                .map(part -> part instanceof Filter.Condition ? print(part) : "(" + print(part) + ")")
                .collect(Collectors.joining(connective));
    }

    private static String print(Filter.Condition condition, Operand operand) {
        if (operand instanceof Operand.Prefix prefix) {
            return quote(prefix.start()) + "*";
        }
        if (operand instanceof Operand.Beginnings beginnings) {
            return quote(String.join(" ", beginnings.words()));
        }
        if (operand instanceof Operand.Day day) {
            return day.fromToday().toString();
        }
        if (operand instanceof Operand.Moment moment) {
            String clock = moment.duration().isZero()
                    ? ""
                    : moment.duration().toString().substring(1);
            return moment.period() + clock;
        }
        Object value = ((Operand.Exact) operand).value();
        if (value instanceof Long id && condition.fact().type() == FactType.ID) {
            return ShortId.format(id);
        }
        return value instanceof String text ? quote(text) : value.toString();
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
