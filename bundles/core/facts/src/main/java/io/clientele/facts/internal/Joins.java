package io.clientele.facts.internal;

import io.clientele.facts.spi.FactSource.Cardinality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one row per customer that a query needs beside the customer table, and what they are called in the statement. */
final class Joins {
    static final String ROOT = "c";
    private final Map<Table, Join> joins = new LinkedHashMap<>();

    private record Join(String alias, boolean inner) {}

    Joins(@Nullable Filter filter) {
        if (filter != null) {
            gather(filter, true);
        }
    }

    /** Adds what the order needs. */
    Joins with(SortKeys sort) {
        sort.facts().forEach(key -> need(key.fact(), false));
        return this;
    }

    /** Adds what these values need. */
    Joins with(List<KnownFact> values) {
        values.forEach(fact -> need(fact, false));
        return this;
    }

    /** How the statement names the fact's column. */
    String column(KnownFact fact) {
        Join join = joins.get(fact.table());
        return (join == null ? ROOT : join.alias) + "." + fact.column().column();
    }

    void write(Table root, SqlWriter out) {
        out.add(" from ").add(root.name()).add(" ").add(ROOT);
        joins.forEach((table, join) -> out.add(join.inner ? " join " : " left join ")
                .add(table.name() + " " + join.alias + " on " + join.alias + "." + table.customerColumn() + " = ")
                .add(ROOT + "." + root.customerColumn()));
    }

    /** Where a condition must hold and cannot without a row, an inner join lets the database begin at that table. */
    private void gather(Filter filter, boolean must) {
        if (filter instanceof Filter.All all) {
            all.parts().forEach(part -> gather(part, must));
        } else if (filter instanceof Filter.Any any) {
            any.parts().forEach(part -> gather(part, false));
        } else if (filter instanceof Filter.Condition condition) {
            need(condition.fact(), must && !condition.operator().holdsForUnknown());
        }
    }

    private void need(KnownFact fact, boolean inner) {
        Table table = fact.table();
        if (table.cardinality() == Cardinality.ONE) {
            Join before = joins.get(table);
            String alias = before == null ? "t" + joins.size() : before.alias;
            joins.put(table, new Join(alias, inner || (before != null && before.inner)));
        }
    }
}
