package io.clientele.registry.internal.transfer.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Rows with a delimiter and quotes (RFC 4180). */
final class DelimitedRows implements CsvRows {
    private static final int MAX_VALUE_CHARACTERS = 1 << 24;

    private final CloseableIterator<CsvRow> rows;
    private final Handler handler = new Handler();

    DelimitedRows(Reader text, char delimiter) {
        rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(MAX_VALUE_CHARACTERS)
                .build(handler, new EndMarkedReader(text))
                .iterator();
    }

    @Override
    public @Nullable CsvRow next() throws IOException {
        try {
            CsvRow row = rows.hasNext() ? rows.next() : null;
            if (handler.ended || row == null) {
                return null;
            }
            return row;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof MalformedCsvException found) {
                throw found;
            }
            String cause = e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : String.valueOf(e.getCause().getMessage());
            throw new MalformedCsvException(
                    handler.line,
                    cause.startsWith("Unexpected character")
                            ? "after the closing quote of a value comes neither a delimiter nor a line end"
                            : "a value that starts in this row is longer than " + MAX_VALUE_CHARACTERS
                                    + " characters; is a quote not closed?");
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
        private long line = 1;
        private boolean ended;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
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
