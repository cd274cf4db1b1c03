package io.clientele.facts.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** A compiled statement: its text, and where the values of each run come from. */
record Sql(String text, List<Parameter> parameters) {
    Sql {
        parameters = List.copyOf(parameters);
    }

    /** Sets one value of a run. */
    interface Parameter {
        void bind(PreparedStatement statement, int index, Execution run) throws SQLException;
    }

    /** Prepares the statement for one run; the caller closes it. */
    PreparedStatement prepare(Connection connection, Execution run) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            bind(statement, 1, run);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** Sets the values of one run from the position {@code first} on; returns how many there are. */
    int bind(PreparedStatement statement, int first, Execution run) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            parameters.get(i).bind(statement, first + i, run);
        }
        return parameters.size();
    }
}
