package io.clientele.registry.internal.transfer.mapping;

import io.clientele.kernel.FormulaGuard;
import io.clientele.kernel.InvalidInputException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of a row by what they mean. */
final class Cells {
    private final Map<Field, List<Column>> columns = new EnumMap<>(Field.class);

    Cells(ImportKind kind, ImportSettings settings) {
        List<InvalidInputException.Violation> faults = new ArrayList<>();
        settings.mapping().forEach((name, code) -> {
            int index = settings.columns().indexOf(name);
            String pointer = ImportSettings.pointer(name);
            if (index < 0) {
                faults.add(new InvalidInputException.Violation(pointer, "The file has no column \"" + name + "\""));
            } else if (!code.isBlank() && !code.equals("ignore")) {
                column(kind, settings, code, index)
                        .ifPresentOrElse(
                                column -> columns.computeIfAbsent(column.field(), any -> new ArrayList<>())
                                        .add(column),
                                () -> faults.add(new InvalidInputException.Violation(
                                        pointer,
                                        "\"" + code + "\" is no field of " + kind.code() + "; there are "
                                                + fields(kind))));
            }
        });
        columns.forEach((field, several) -> {
            if (several.size() > 1 && !field.repeats() && !field.hasSource()) {
                faults.add(new InvalidInputException.Violation(
                        "/mapping", "Several columns are mapped to " + field.code() + ", which can be had once"));
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInputException(faults);
        }
    }

    private static Optional<Column> column(ImportKind kind, ImportSettings settings, String code, int index) {
        int colon = code.indexOf(':');
        String source = colon < 0 ? settings.source() : code.substring(colon + 1);
        return Field.of(colon < 0 ? code : code.substring(0, colon))
                .filter(field -> kind.fields().contains(field) && (colon < 0 || field.hasSource()))
                .map(field -> new Column(index, field, field.hasSource() ? source : null));
    }

    private static String fields(ImportKind kind) {
        return String.join(", ", kind.fields().stream().map(Field::code).toList());
    }

    List<Column> all(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** The column of a field, from 1 on, or 0 if the file has none. */
    int number(Field field) {
        List<Column> all = all(field);
        return all.isEmpty() ? 0 : all.get(0).index() + 1;
    }

    /** What the cell says, as it stands; empty if there is no such column. */
    String text(List<String> cells, Field field) {
        List<Column> all = all(field);
        return all.isEmpty() ? "" : text(cells, all.get(0));
    }

    static String text(List<String> cells, Column column) {
        return FormulaGuard.open(cells.get(column.index()));
    }

    /** What the cell says, or null if it is blank. */
    @Nullable
    String textOrNull(List<String> cells, Field field) {
        String text = text(cells, field);
        return text.isBlank() ? null : text;
    }

    /** What the cell says if {@code parse} understands it; empty for a blank cell. */
    <V> Optional<V> value(List<String> cells, Field field, Function<String, Optional<V>> parse) {
        String text = text(cells, field).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<V> value = parse.apply(text);
        if (value.isEmpty()) {
            throw new BadCellException(number(field), "\"" + shortened(text) + "\" is no " + field.code());
        }
        return value;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
