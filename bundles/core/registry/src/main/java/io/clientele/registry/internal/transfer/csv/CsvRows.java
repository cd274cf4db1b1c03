package io.clientele.registry.internal.transfer.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other; memory does not grow with the file. For one thread. */
public interface CsvRows extends Closeable {
    /** More columns than this make a row faulty; the rest of them is dropped. */
    int MAX_COLUMNS = 1_000;

    /** A row with more characters than this is faulty; the rest of them is dropped. */
    int MAX_ROW_CHARACTERS = 1 << 20;

    /**
     * The next row that has a value, or null at the end.
     *
     * @throws MalformedCsvException if no more rows can be told apart
     */
    @Nullable
    CsvRow next() throws IOException;

    /** Opens the rows of a file, including the header; closing them closes it. */
    static CsvRows open(InputStream file, CsvLayout layout) throws IOException {
        return of(EncodedText.open(file, layout.encoding()), layout.delimiter());
    }

    /** The rows of a text. */
    static CsvRows of(Reader text, String delimiter) {
        return delimiter.equals(CsvLayout.ALIGNED)
                ? new AlignedRows(text)
                : new DelimitedRows(text, delimiter.charAt(0));
    }
}
