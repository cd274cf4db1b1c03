package io.clientele.facts.internal;

import io.clientele.facts.internal.Query.View;
import io.clientele.facts.spi.FactSource.Cardinality;
import io.clientele.persistence.Dialect;
import java.util.List;
import java.util.TreeMap;

/** Writes the statements that read facts. The caller's view is the first condition of each. */
final class ValuesSql {
    private static final int LOOKED_AT = 5_000;
    private static final int MOST_ROWS = 20_000;

    private final Table root;
    private final View view;
    private final SqlWriter out = new SqlWriter();

    ValuesSql(Table root, View view) {
        this.root = root;
        this.view = view;
    }

    /** The facts, all of one table, of some customers: the customer's id, then the facts in their order. */
    Sql of(List<KnownFact> facts, List<Long> customers) {
        KnownFact first = facts.get(0);
        out.add("select ").add(id());
        facts.forEach(fact -> out.add(", ").add(column(fact)));
        from(first);
        out.add(id()).add(" = any(");
        out.bind((statement, index, run) -> Binding.bindArray(statement, index, customers))
                .add(")");
        only(first);
        if (first.fact().many()) {
            out.add(" order by 1, 2 limit " + MOST_ROWS);
        }
        return out.done();
    }

    /** Different values of a fact among the first rows that have one which begins so. */
    Sql beginning(KnownFact fact, String start, Dialect dialect, int limit) {
        String column = column(fact);
        out.add("select distinct v from (select ").add(column).add(" as v");
        from(fact);
        if (start.isEmpty()) {
            out.add(column).add(" is not null");
        } else {
            out.add(column).add(" >= ").bind(start);
            Prefixes.end(start, dialect)
                    .ifPresent(end -> out.add(" and " + column + " < ").bind(end));
        }
        only(fact);
        return out.add(" limit " + LOOKED_AT + ") found order by v limit " + limit)
                .done();
    }

    private void from(KnownFact fact) {
        out.add(" from ").add(root.name()).add(" " + Joins.ROOT);
        if (!fact.isRoot()) {
            Table table = fact.table();
            out.add(" join ")
                    .add(table.name())
                    .add(" t on t." + table.customerColumn() + " = ")
                    .add(id());
        }
        out.add(" where ");
        if (view != View.ALL) {
            view.write(out);
            out.add(" and ");
        }
    }

    private void only(KnownFact fact) {
        if (fact.table().cardinality() == Cardinality.MANY) {
            new TreeMap<>(fact.column().only())
                    .forEach((name, value) -> out.add(" and t." + name + " = ").bind(new Operand.Exact(value)));
        }
    }

    private String column(KnownFact fact) {
        return (fact.isRoot() ? Joins.ROOT : "t") + "." + fact.column().column();
    }

    private String id() {
        return Joins.ROOT + "." + root.customerColumn();
    }
}
