package io.clientele.facts.internal;

import io.clientele.facts.spi.FactSource.Cardinality;
import io.clientele.persistence.Dialect;
import java.util.List;
import java.util.TreeMap;

/**
 * Writes a filter as a condition. A customer of whom a fact is not known meets no comparison, and meets {@code !=}, {@code =out=} and
 * {@code =null=true}: the condition is true or false, and where SQL says unknown nothing turns that around.
 */
final class FilterSql {
    private final Dialect dialect;
    private final Table root;
    private final Joins joins;
    private final SqlWriter out;

    FilterSql(Dialect dialect, Table root, Joins joins, SqlWriter out) {
        this.dialect = dialect;
        this.root = root;
        this.joins = joins;
        this.out = out;
    }

    void write(Filter filter) {
        if (filter instanceof Filter.All all) {
            writeAll(all.parts(), " and ");
        } else if (filter instanceof Filter.Any any) {
            writeAll(any.parts(), " or ");
        } else if (filter instanceof Filter.Condition condition) {
            if (condition.fact().column().presence()) {
                writePresence(condition);
            } else if (condition.fact().table().cardinality() == Cardinality.MANY) {
                writeAmongMany(condition);
            } else {
                writeOfOne(condition);
            }
        }
    }

    private void writeAll(List<Filter> parts, String connective) {
        out.add("(");
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.add(connective);
            }
            write(parts.get(i));
        }
        out.add(")");
    }

    private void writeOfOne(Filter.Condition condition) {
        KnownFact fact = condition.fact();
        String column = joins.column(fact);
        boolean negative = condition.operator() == Operator.NOT_EQUAL || condition.operator() == Operator.OUT;
        out.add(negative ? "(" : "");
        switch (condition.operator()) {
            case NULL -> out.add(column).add(isTrue(condition) ? " is null" : " is not null");
            case NOT_EQUAL -> writeNotEqual(column, condition.operands().get(0));
            case OUT -> writeSet(column, " <> all(", condition.operands());
            default -> writePositive(column, condition.operator(), condition.operands());
        }
        if (negative) {
            out.add(fact.always() ? ")" : " or " + column + " is null)");
        }
    }

    private void writeAmongMany(Filter.Condition condition) {
        KnownFact fact = condition.fact();
        Operator positive =
                switch (condition.operator()) {
                    case NOT_EQUAL -> Operator.EQUAL;
                    case OUT -> Operator.IN;
                    default -> condition.operator();
                };
        boolean none = positive != condition.operator() || (positive == Operator.NULL && isTrue(condition));
        writeRows(fact, none);
        String column = "m." + fact.column().column();
        out.add(" and ");
        if (positive == Operator.NULL) {
            out.add(column).add(" is not null");
        } else if (positive == Operator.IN && dialect == Dialect.H2) {
            writeContained(column, condition.operands());
        } else {
            writePositive(column, positive, condition.operands());
        }
        out.add(")");
    }

    /**
     * A set for rows of one customer. H2 takes {@code = any} for a reason to look for the values first, and then passes all rows that have any of them, again
     * for each customer; a function it does not.
     */
    private void writeContained(String column, List<Operand> operands) {
        out.add("array_contains(");
        bindSet(operands);
        out.add(", ").add(column).add(")");
    }

    /** There is a row or there is none: it is never unknown. */
    private void writePresence(Filter.Condition condition) {
        if (condition.operator() == Operator.NULL) {
            out.add(isTrue(condition) ? "1 = 0" : "1 = 1");
            return;
        }
        writeRows(condition.fact(), isTrue(condition) != (condition.operator() == Operator.EQUAL));
        out.add(")");
    }

    /** Begins to ask whether there is a row of this fact, or none. */
    private void writeRows(KnownFact fact, boolean none) {
        out.add(none ? "not exists (select 1 from " : "exists (select 1 from ")
                .add(fact.table().name())
                .add(" m where m." + fact.table().customerColumn() + " = " + Joins.ROOT + "." + root.customerColumn());
        new TreeMap<>(fact.column().only())
                .forEach((name, value) -> out.add(" and m." + name + " = ").bind(new Operand.Exact(value)));
    }

    private void writePositive(String column, Operator operator, List<Operand> operands) {
        Operand first = operands.get(0);
        switch (operator) {
            case EQUAL -> {
                if (first instanceof Operand.Prefix prefix) {
                    writePrefix(column, prefix.start());
                } else {
                    out.add(column).add(" = ").bind(first);
                }
            }
            case IN -> writeSet(column, " = any(", operands);
            case TEXT -> writeWords(column, (Operand.Beginnings) first);
            default -> out.add(column).add(" ").add(operator.order()).add(" ").bind(first);
        }
    }

    private void writeNotEqual(String column, Operand operand) {
        if (operand instanceof Operand.Prefix prefix) {
            out.add(column).add(" < ").bind(prefix.start());
            Prefixes.end(prefix.start(), dialect)
                    .ifPresent(end -> out.add(" or " + column + " >= ").bind(end));
        } else {
            out.add(column).add(" <> ").bind(operand);
        }
    }

    private void writePrefix(String column, String start) {
        out.add(column).add(" >= ").bind(start);
        Prefixes.end(start, dialect)
                .ifPresent(end -> out.add(" and " + column + " < ").bind(end));
    }

    private void writeSet(String column, String comparison, List<Operand> operands) {
        out.add(column).add(comparison);
        bindSet(operands);
        out.add(")");
    }

    private void bindSet(List<Operand> operands) {
        out.bind((statement, index, run) -> Binding.bindArray(
                statement, index, operands.stream().map(o -> o.at(run.now())).toList()));
    }

    /** Words are letters and digits only, so neither a pattern nor a text query can be broken out of. */
    private void writeWords(String column, Operand.Beginnings beginnings) {
        List<String> words = beginnings.words();
        if (dialect == Dialect.POSTGRESQL) {
            out.add("array_to_tsvector(string_to_array(" + column + ", ' ')) @@ cast(");
            out.bind("'" + String.join("':* & '", words) + "':*").add(" as tsquery)");
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            out.add(i == 0 ? "(' ' || " : " and (' ' || ")
                    .add(column)
                    .add(") like ")
                    .bind("% " + words.get(i) + "%");
        }
    }

    private static boolean isTrue(Filter.Condition condition) {
        return condition.operands().get(0).equals(new Operand.Exact(true));
    }
}
