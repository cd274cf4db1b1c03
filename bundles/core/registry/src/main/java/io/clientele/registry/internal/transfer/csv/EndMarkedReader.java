package io.clientele.registry.internal.transfer.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text followed by one more line that holds nothing but {@link #END}: inside an open quote it does not come as a line of its own. */
final class EndMarkedReader extends FilterReader {
    /** Never a character of any text. */
    static final char END = '\uFFFF';

    private static final String LAST_LINE = "\n" + END;
    private int given = -1;

    EndMarkedReader(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (given < 0) {
            int read = super.read(buffer, offset, length);
            if (read != -1) {
                return read;
            }
            given = 0;
        }
        int count = Math.min(length, LAST_LINE.length() - given);
        LAST_LINE.getChars(given, given + count, buffer, offset);
        given += count;
        return count == 0 ? -1 : count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) == -1 ? -1 : one[0];
    }
}
