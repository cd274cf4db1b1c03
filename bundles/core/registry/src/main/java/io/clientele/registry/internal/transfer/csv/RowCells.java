package io.clientele.registry.internal.transfer.csv;

import io.clientele.registry.internal.transfer.csv.CsvRow.Fault;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one row within the bounds of {@link CsvRows}, and finds characters that no value can hold. */
final class RowCells {
    private String[] cells = new String[16];
    private int count;
    private int characters;
    private @Nullable Fault fault;

    void clear() {
        count = 0;
        characters = 0;
        fault = null;
    }

    int count() {
        return count;
    }

    String last() {
        return cells[count - 1];
    }

    void add(char[] text, int from, int length) {
        if (count == CsvRows.MAX_COLUMNS) {
            fault(0, "The row has more than " + CsvRows.MAX_COLUMNS + " columns");
            return;
        }
        characters += length;
        int kept = length;
        if (characters > CsvRows.MAX_ROW_CHARACTERS) {
            fault(count + 1, "The row is longer than " + CsvRows.MAX_ROW_CHARACTERS + " characters");
            kept = Math.max(0, length - (characters - CsvRows.MAX_ROW_CHARACTERS));
            characters = CsvRows.MAX_ROW_CHARACTERS;
        }
        for (int i = from; i < from + kept; i++) {
            char c = text[i];
            if (c == 0) {
                fault(count + 1, "The value holds a NUL character");
            } else if (c == EncodedText.UNREADABLE) {
                fault(
                        count + 1,
                        "The value holds bytes that are not valid in the encoding of the file; choose another encoding");
            }
        }
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, count * 2);
        }
        cells[count++] = kept == 0 ? "" : new String(text, from, kept);
    }

    private void fault(int column, String reason) {
        if (fault == null) {
            fault = new Fault(column, reason);
        }
    }

    CsvRow row(long line) {
        return new CsvRow(line, List.of(Arrays.copyOf(cells, count)), fault);
    }
}
