package io.clientele.registry.internal.transfer.csv;

import java.nio.charset.Charset;

/**
 * How a file of rows is written.
 *
 * @param delimiter one character; a blank means columns aligned by runs of blanks, without quotes
 * @param header whether the first row names the columns
 */
public record CsvLayout(Charset encoding, String delimiter, boolean header) {
    /** Columns parted by runs of blanks. */
    public static final String ALIGNED = " ";

    public CsvLayout {
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new IllegalArgumentException("a delimiter is one character, and neither a quote nor a line end");
        }
    }
}
