package io.clientele.persistence.internal;

import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How statements are put together for one database. What was put together once is remembered, so that the driver meets the same text again. */
final class Messages {
    private static final String COMMIT = "commit";
    private static final int MOST_TEXTS = 256;

    private final Map<List<String>, String> texts = new ConcurrentHashMap<>();
    private final Dialect dialect;

    Messages(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether several statements can be one message; H2 is in this process, where there is none to save. */
    boolean takesMany() {
        return dialect == Dialect.POSTGRESQL;
    }

    /** The text of statements that are sent as one. */
    String of(List<Deferred> statements) {
        return statements.size() == 1 ? statements.get(0).sql() : joined(parts(statements));
    }

    /** The text of statements that are sent as one, the commit behind them. */
    String withCommit(List<Deferred> statements) {
        List<String> parts = parts(statements);
        parts.add(COMMIT);
        return joined(parts);
    }

    private static List<String> parts(List<Deferred> statements) {
        List<String> parts = new ArrayList<>(statements.size() + 1);
        statements.forEach(statement -> parts.add(statement.sql()));
        return parts;
    }

    private String joined(List<String> parts) {
        String known = texts.get(parts);
        if (known != null) {
            return known;
        }
        String text = String.join(";\n", parts);
        if (texts.size() < MOST_TEXTS) {
            texts.put(parts, text);
        }
        return text;
    }
}
