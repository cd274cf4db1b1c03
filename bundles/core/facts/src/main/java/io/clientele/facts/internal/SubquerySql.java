package io.clientele.facts.internal;

import io.clientele.facts.internal.Query.View;
import io.clientele.persistence.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles a statement that stands inside another; what the caller may see is its first condition too. */
final class SubquerySql {
    private final Table root;
    private final @Nullable Filter filter;
    private final View view;
    private final Dialect dialect;
    private final SqlWriter out = new SqlWriter();
    private boolean conditioned;

    SubquerySql(Table root, @Nullable Filter filter, View view, Dialect dialect) {
        this.root = root;
        this.filter = filter;
        this.view = view;
        this.dialect = dialect;
    }

    /** The ids and {@code values} of all that match, or of those among the ids of a run. */
    Sql compile(List<KnownFact> values, boolean among) {
        Joins joins = new Joins(filter).with(values);
        String id = Joins.ROOT + "." + root.customerColumn();
        out.add("select ").add(id).add(" as id");
        for (int i = 0; i < values.size(); i++) {
            out.add(", " + joins.column(values.get(i)) + " as f" + (i + 1));
        }
        joins.write(root, out);
        if (view != View.ALL) {
            view.write(and());
        }
        if (among) {
            and().add(id).add(" = any(");
            out.bind((statement, index, run) -> Binding.bindArray(statement, index, run.ids()));
            out.add(")");
        }
        if (filter != null) {
            and().add("(");
            new FilterSql(dialect, root, joins, out).write(filter);
            out.add(")");
        }
        return out.done();
    }

    private SqlWriter and() {
        out.add(conditioned ? " and " : " where ");
        conditioned = true;
        return out;
    }
}
