package io.clientele.persistence.internal;

import io.clientele.persistence.Deferred;
import io.clientele.persistence.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of one unit of work that wait to be sent. PostgreSQL takes them in one message, with the commit if nothing is to be checked. */
final class Waiting {
    private static final String COMMIT = "commit";
    private static final int MANY = 32;
    private static final int MOST_TEXTS = 256;
    /** Joined texts by their parts, so that the driver meets the same one again. */
    private static final Map<List<String>, String> TEXTS = new ConcurrentHashMap<>();

    private final List<Deferred> statements = new ArrayList<>(4);
    private final boolean together;

    Waiting(Dialect dialect) {
        this.together = dialect == Dialect.POSTGRESQL;
    }

    void add(Deferred statement) {
        statements.add(statement);
    }

    /** Whether more would make too long a message. */
    boolean isMany() {
        return statements.size() >= MANY;
    }

    /** Runs them in the order in which they came. */
    void run(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        List<Deferred> now = List.copyOf(statements);
        statements.clear();
        if (together) {
            runTogether(connection, now, false);
        } else {
            for (Deferred statement : now) {
                runTogether(connection, List.of(statement), false);
            }
        }
    }

    /** Runs them and commits. */
    void commit(Connection connection) throws SQLException {
        if (together && !statements.isEmpty() && statements.stream().allMatch(s -> s.check() == null)) {
            runTogether(connection, List.copyOf(statements), true);
        } else {
            run(connection);
        }
        // The driver knows whether the transaction has ended with the message, and then this does nothing.
        connection.commit();
    }

    private static void runTogether(Connection connection, List<Deferred> statements, boolean commit)
            throws SQLException {
        try (PreparedStatement joined = connection.prepareStatement(text(statements, commit))) {
            int first = 1;
            for (Deferred statement : statements) {
                statement.binding().bind(joined, first);
                first += statement.parameters();
            }
            joined.execute();
            for (Deferred statement : statements) {
                if (statement.check() != null) {
                    statement.check().accept(joined.getUpdateCount());
                }
                joined.getMoreResults();
            }
        }
    }

    private static String text(List<Deferred> statements, boolean commit) {
        if (statements.size() == 1 && !commit) {
            return statements.get(0).sql();
        }
        List<String> parts = new ArrayList<>(statements.size() + 1);
        statements.forEach(statement -> parts.add(statement.sql()));
        if (commit) {
            parts.add(COMMIT);
        }
        String known = TEXTS.get(parts);
        if (known != null) {
            return known;
        }
        String text = String.join(";\n", parts);
        if (TEXTS.size() < MOST_TEXTS) {
            TEXTS.put(parts, text);
        }
        return text;
    }
}
