package io.clientele.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays out rows as text in columns. */
public final class Table {
    private static final List<Column> COLUMNS = List.of(
            new Column("what", Row::what),
            new Column("asked", Row::asked),
            new Column("measured", Row::measured),
            new Column("against", Row::against),
            new Column("ratio", Row::ratio),
            new Column("verdict", Row::verdict),
            new Column("remark", Row::remark));

    private Table() {}

    /** The rows below a header, each column as wide as its widest cell. */
    public static String render(List<Row> rows) {
        List<StringBuilder> lines = new ArrayList<>();
        for (int i = 0; i < rows.size() + 2; i++) {
            lines.add(new StringBuilder());
        }
        for (Column column : COLUMNS) {
            int width = column.width(rows);
            append(lines.get(0), column.title(), width);
            append(lines.get(1), "-".repeat(width), width);
            for (int i = 0; i < rows.size(); i++) {
                append(lines.get(i + 2), column.cell().apply(rows.get(i)), width);
            }
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder line, String cell, int width) {
        line.append(cell).append(" ".repeat(width - cell.length() + 2));
    }

    private record Column(String title, Function<Row, String> cell) {
        int width(List<Row> rows) {
            return rows.stream().map(cell).mapToInt(String::length).reduce(title.length(), Math::max);
        }
    }
}
