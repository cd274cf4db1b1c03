package io.clientele.registry.internal.transfer.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows with a delimiter and quotes (RFC 4180). A quote out of place makes a faulty row if all of it stands on one line; where it is on another line than
 * the row's beginning nobody can tell what belongs to the row, so the rows end there.
 */
final class DelimitedRows implements CsvRows {
    private static final int MAX_VALUE_CHARACTERS = 1 << 24;
    private static final List<String> SEPARATOR = List.of("sep=", "");
    private static final String AFTER_QUOTE =
            "after the closing quote of a value comes neither a delimiter nor a line end";

    private final LineFeed text;
    private final char delimiter;
    private final Handler handler = new Handler();
    private CloseableIterator<CsvRow> rows;

    DelimitedRows(Reader text, char delimiter) {
        this.text = new LineFeed(new EndMarkedReader(text));
        this.delimiter = delimiter;
        this.rows = rest();
    }

    private CloseableIterator<CsvRow> rest() {
        handler.linesBefore = text.line();
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_VALUE_CHARACTERS)
                .build(handler, text)
                .iterator();
    }

    /** Passes over what spreadsheets leave behind: rows of empty cells, and a first line that names the delimiter. */
    @Override
    public @Nullable CsvRow next() throws IOException {
        CsvRow row = read();
        while (row != null
                && row.fault() == null
                && (isBlank(row) || (row.line() == 1 && row.cells().equals(SEPARATOR)))) {
            row = read();
        }
        return row;
    }

    private static boolean isBlank(CsvRow row) {
        return row.cells().stream().allMatch(String::isBlank);
    }

    private @Nullable CsvRow read() throws IOException {
        try {
            CsvRow row = rows.hasNext() ? rows.next() : null;
            return handler.ended ? null : row;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof MalformedCsvException found) {
                throw found;
            }
            String cause = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
            if (!cause.startsWith("Unexpected character")) {
                throw new MalformedCsvException(
                        handler.line,
                        "a value that starts in this row is longer than " + MAX_VALUE_CHARACTERS
                                + " characters; is a quote not closed?");
            }
            if (handler.line != text.line()) {
                throw new MalformedCsvException(handler.line, AFTER_QUOTE);
            }
            CsvRow.Fault fault = new CsvRow.Fault(handler.cells.count() + 1, AFTER_QUOTE, true);
            CsvRow faulty = new CsvRow(handler.line, List.of(text.giveUpLine()), fault);
            rows = rest();
            return faulty;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Makes rows, and tells a value that is cut off by the end of the file from one that ends. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private final RowCells cells = new RowCells();
        private long linesBefore;
        private long line = 1;
        private boolean ended;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = linesBefore + startingLineNumber;
            cells.clear();
        }

        @Override
        protected void handleField(int index, char[] text, int from, int length, boolean quoted) {
            if (length > 0 && text[from + length - 1] == EndMarkedReader.END) {
                if (index > 0 || length > 1) {
                    throw new MalformedCsvException(
                            line, "a quote is opened in this row and not closed before the end of the file");
                }
                ended = true;
            }
            cells.add(text, from, length);
        }

        @Override
        protected CsvRow buildRecord() {
            return cells.row(line);
        }
    }
}
