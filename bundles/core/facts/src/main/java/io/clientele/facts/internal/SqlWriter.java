package io.clientele.facts.internal;

import java.util.ArrayList;
import java.util.List;

/** Builds a statement: text that is ours alone, and a question mark for every value. */
final class SqlWriter {
    private final StringBuilder text = new StringBuilder(500);
    private final List<Sql.Parameter> parameters = new ArrayList<>();

    SqlWriter add(String sql) {
        text.append(sql);
        return this;
    }

    /** Puts a question mark that {@code parameter} will fill. */
    SqlWriter bind(Sql.Parameter parameter) {
        text.append('?');
        parameters.add(parameter);
        return this;
    }

    SqlWriter bind(Operand operand) {
        if (operand instanceof Operand.Exact exact) {
            Object value = exact.value();
            return bind((statement, index, run) -> Binding.bind(statement, index, value));
        }
        return bind((statement, index, run) -> Binding.bind(statement, index, operand.at(run.now())));
    }

    SqlWriter bind(String value) {
        return bind((statement, index, run) -> statement.setString(index, value));
    }

    Sql done() {
        return new Sql(text.toString(), parameters);
    }
}
