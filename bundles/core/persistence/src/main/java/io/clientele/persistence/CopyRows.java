package io.clientele.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table in the text form of PostgreSQL's COPY, the cheapest way in for many. For one thread. */
public final class CopyRows {
    private static final int CHUNK = 1 << 16;
    private final StringBuilder rows = new StringBuilder(1 << 16);
    private boolean first = true;

    /** Adds the next value of the current row. */
    public CopyRows add(@Nullable String value) {
        separate();
        if (value == null) {
            rows.append("\\N");
        } else if (isPlain(value)) {
            rows.append(value);
        } else {
            escape(value);
        }
        return this;
    }

    private void separate() {
        if (!first) {
            rows.append('\t');
        }
        first = false;
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }

    /** Adds the next value of the current row. */
    public CopyRows add(long value) {
        separate();
        rows.append(value);
        return this;
    }

    /** Ends the current row. */
    public void end() {
        rows.append('\n');
        first = true;
    }

    /** Sends the rows over a connection to PostgreSQL; {@code target} is the table with its columns. */
    public void send(Connection connection, String target) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new ByteArrayInputStream(bytes), CHUNK);
        } catch (IOException e) {
            // The stream is in memory; only the connection can fail, and that is an SQLException.
            throw new UncheckedIOException(e);
        }
    }
}
