package io.clientele.facts.internal;

import io.clientele.facts.internal.Query.Plan;
import io.clientele.facts.internal.Query.Purpose;
import io.clientele.facts.internal.Query.Shape;
import io.clientele.facts.internal.Query.View;
import io.clientele.persistence.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles one statement. What the caller may see is the first condition of every one of them. */
final class QuerySql {
    private final Table root;
    private final @Nullable Filter filter;
    private final SortKeys sort;
    private final Shape shape;
    private final SqlWriter out = new SqlWriter();
    private final List<Integer> sortColumns = new ArrayList<>();
    private boolean conditioned;

    QuerySql(Table root, @Nullable Filter filter, SortKeys sort, Shape shape) {
        this.root = root;
        this.filter = filter;
        this.sort = sort;
        this.shape = shape;
    }

    Plan compile() {
        boolean list = shape.purpose() == Purpose.LIST;
        Joins joins = list ? new Joins(filter).with(sort) : new Joins(filter);
        writeSelect(joins);
        joins.write(root, out);
        boolean narrow = list && sortsWideRows();
        if (narrow) {
            out.add(" where ").add(id()).add(" in (select ").add(id());
            joins.write(root, out);
        }
        writeVisibility();
        if (shape.purpose() == Purpose.FIND) {
            and().add(id()).add(" = ").bind((statement, index, run) -> statement.setLong(index, run.id()));
        }
        if (filter != null) {
            // In parentheses whatever it is, so that no filter can ever get around what stands before it.
            and().add("(");
            new FilterSql(shape.dialect(), root, joins, out).write(filter);
            out.add(")");
        }
        if (list) {
            if (shape.after() != null) {
                and().add("(");
                new AfterSql(sort, joins, id(), out).write(shape.after());
                out.add(")");
            }
            writeOrder(joins);
            out.add(" limit " + shape.limit());
        }
        if (narrow) {
            out.add(")");
            writeOrder(joins);
        }
        return new Plan(out.done(), sortColumns);
    }

    /**
     * H2 sorts rows with all that is selected of them, whole documents of every customer where no index gives the order. It finds the ids of the
     * page first, then; PostgreSQL keeps only as many rows as are wanted.
     */
    private boolean sortsWideRows() {
        return shape.dialect() == Dialect.H2
                && sort.facts().stream().anyMatch(key -> !key.fact().always());
    }

    private void writeSelect(Joins joins) {
        if (shape.purpose() == Purpose.COUNT) {
            out.add("select count(*)");
            return;
        }
        List<String> selected = new ArrayList<>();
        shape.columns().forEach(name -> selected.add(Joins.ROOT + "." + Table.requireIdentifier(name)));
        if (shape.purpose() == Purpose.LIST) {
            sort.facts().forEach(key -> sortColumns.add(position(selected, joins.column(key.fact()))));
            sortColumns.add(position(selected, id()));
        }
        out.add("select ").add(String.join(", ", selected));
    }

    /** Where a column stands; what the caller reads anyway is not fetched twice. */
    private static int position(List<String> selected, String column) {
        if (!selected.contains(column)) {
            selected.add(column);
        }
        return selected.indexOf(column) + 1;
    }

    private void writeVisibility() {
        if (shape.view() != View.ALL) {
            shape.view().write(and());
        }
    }

    private void writeOrder(Joins joins) {
        out.add(" order by ");
        for (SortKeys.Key key : sort.facts()) {
            out.add(joins.column(key.fact())).add(key.descending() ? " desc" : "");
            // Said only where it can matter: it would keep an index from being walked backwards.
            out.add(key.fact().always() ? ", " : " nulls last, ");
        }
        out.add(id()).add(sort.idDescending() ? " desc" : "");
    }

    private SqlWriter and() {
        out.add(conditioned ? " and " : " where ");
        conditioned = true;
        return out;
    }

    private String id() {
        return Joins.ROOT + "." + root.customerColumn();
    }
}
