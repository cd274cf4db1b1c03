package io.clientele.persistence.internal;

import io.clientele.persistence.Deferred;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements of one unit of work that wait to be sent. PostgreSQL takes them in one message, with the commit if nothing is to be checked. */
final class Waiting {
    private static final int MANY = 32;

    private final List<Deferred> statements = new ArrayList<>(4);
    private final Messages messages;

    Waiting(Messages messages) {
        this.messages = messages;
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
        if (messages.takesMany()) {
            send(connection, messages.of(now), now);
        } else {
            for (Deferred statement : now) {
                send(connection, statement.sql(), List.of(statement));
            }
        }
    }

    /** Runs them and commits. */
    void commit(Connection connection) throws SQLException {
        if (messages.takesMany() && !statements.isEmpty() && statements.stream().allMatch(s -> s.check() == null)) {
            send(connection, messages.withCommit(statements), statements);
        } else {
            run(connection);
        }
        // The driver knows whether the transaction has ended with the message, and then this does nothing.
        connection.commit();
    }

    private static void send(Connection connection, String text, List<Deferred> statements) throws SQLException {
        try (PreparedStatement joined = connection.prepareStatement(text)) {
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
}
