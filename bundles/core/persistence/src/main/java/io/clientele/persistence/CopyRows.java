package io.clientele.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table in the text form of PostgreSQL's COPY, the cheapest way in for many. For one thread. */
public final class CopyRows {
    private static final int CHUNK = 1 << 16;
    private static final int MOST_BYTES_OF_CHAR = 3;
    private static final int MOST_DIGITS = 20;

    private byte[] rows = new byte[CHUNK];
    private int size;
    private boolean first = true;

    /** Adds the next value of the current row. A surrogate without its other half becomes a question mark, as in every encoding of Java's. */
    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            room(2);
            escaped('N');
        } else {
            room(MOST_BYTES_OF_CHAR * value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c >= 0x80) {
                    i += encode(value, i, c);
                } else {
                    plain(c);
                }
            }
        }
        return this;
    }

    private void separate() {
        if (!first) {
            room(1);
            rows[size++] = '\t';
        }
        first = false;
    }

    private void room(int bytes) {
        if (rows.length - size < bytes) {
            rows = Arrays.copyOf(rows, Math.max(2 * rows.length, size + bytes));
        }
    }

    private void plain(char c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            default -> rows[size++] = (byte) c;
        }
    }

    private void escaped(char c) {
        rows[size++] = '\\';
        rows[size++] = (byte) c;
    }

    /** Writes a character beyond ASCII in UTF-8 and returns how many further chars it took (RFC 3629). */
    private int encode(String value, int at, char c) {
        if (c < 0x800) {
            rows[size++] = (byte) (0xC0 | (c >> 6));
            rows[size++] = continued(c);
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            rows[size++] = (byte) (0xE0 | (c >> 12));
            rows[size++] = continued(c >> 6);
            rows[size++] = continued(c);
            return 0;
        }
        int code = value.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(code)) {
            rows[size++] = '?';
            return 0;
        }
        rows[size++] = (byte) (0xF0 | (code >> 18));
        rows[size++] = continued(code >> 12);
        rows[size++] = continued(code >> 6);
        rows[size++] = continued(code);
        return 1;
    }

    private static byte continued(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Adds the next value of the current row. */
    public CopyRows add(long value) {
        separate();
        String digits = Long.toString(value);
        room(MOST_DIGITS);
        for (int i = 0; i < digits.length(); i++) {
            rows[size++] = (byte) digits.charAt(i);
        }
        return this;
    }

    /** Ends the current row. */
    public void end() {
        room(1);
        rows[size++] = '\n';
        first = true;
    }

    /** Sends the rows over a connection to PostgreSQL; {@code target} is the table with its columns. */
    public void send(Connection connection, String target) throws SQLException {
        if (size == 0) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new ByteArrayInputStream(rows, 0, size), CHUNK);
        } catch (IOException e) {
            // The stream is in memory; only the connection can fail, and that is an SQLException.
            throw new UncheckedIOException(e);
        }
    }
}
