package io.clientele.registry.internal.transfer.csv;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Rows whose cells are parted by runs of blanks and tabs, as tools that align columns write them. There are no quotes. */
final class AlignedRows implements CsvRows {
    private final Reader text;
    private final char[] buffer = new char[1 << 13];
    private final RowCells cells = new RowCells();
    private char[] cell = new char[64];
    private int at;
    private int end;
    private long line;

    AlignedRows(Reader text) {
        this.text = text;
    }

    @Override
    public @Nullable CsvRow next() throws IOException {
        cells.clear();
        int length = 0;
        while (true) {
            int c = read();
            boolean lineEnds = c == '\n' || c == -1;
            if (length > 0 && (lineEnds || c == ' ' || c == '\t' || c == '\r')) {
                cells.add(cell, 0, length);
                length = 0;
            }
            if (lineEnds) {
                line++;
                if (cells.count() > 0) {
                    return cells.row(line);
                }
                if (c == -1) {
                    return null;
                }
            } else if (c != ' ' && c != '\t' && c != '\r') {
                if (length == cell.length) {
                    cell = java.util.Arrays.copyOf(cell, length * 2);
                }
                cell[length++] = (char) c;
                if (length > MAX_ROW_CHARACTERS) {
                    throw new MalformedCsvException(
                            line + 1, "a value is longer than " + MAX_ROW_CHARACTERS + " characters");
                }
            }
        }
    }

    private int read() throws IOException {
        if (at == end) {
            end = text.read(buffer, 0, buffer.length);
            at = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
