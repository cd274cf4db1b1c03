package io.clientele.facts.internal;

import java.util.List;

/** Writes what comes after the row that the previous page ended with. */
final class AfterSql {
    private final List<SortKeys.Key> keys;
    private final SortKeys sort;
    private final Joins joins;
    private final String id;
    private final SqlWriter out;

    AfterSql(SortKeys sort, Joins joins, String id, SqlWriter out) {
        this.keys = sort.facts();
        this.sort = sort;
        this.joins = joins;
        this.id = id;
        this.out = out;
    }

    /** {@code present} has a digit for each fact of the order, {@code 0} where that row has no value. */
    void write(String present) {
        if (sort.areUniform()) {
            writeRowComparison();
        } else {
            writeFrom(0, present);
        }
    }

    /** One comparison of rows, which an index answers by starting at the right place. */
    private void writeRowComparison() {
        if (keys.isEmpty()) {
            writeId();
            return;
        }
        // H2 does not look rows up in an index; the first column alone it does.
        compare(0, sort.idDescending() ? " <= " : " >= ");
        out.add(" and (");
        keys.forEach(key -> out.add(joins.column(key.fact())).add(", "));
        out.add(id).add(sort.idDescending() ? ") < (" : ") > (");
        for (int i = 0; i <= keys.size(); i++) {
            out.add(i == 0 ? "" : ", ");
            bind(i);
        }
        out.add(")");
    }

    /** (a after ?) or (a = ? and (b after ? or …)), where nothing comes after everything. */
    private void writeFrom(int i, String present) {
        if (i == keys.size()) {
            writeId();
            return;
        }
        SortKeys.Key key = keys.get(i);
        String column = joins.column(key.fact());
        if (present.charAt(i) == '0') {
            out.add(column).add(" is null and (");
            writeFrom(i + 1, present);
            out.add(")");
            return;
        }
        if (key.fact().always()) {
            compare(i, key.descending() ? " <= " : " >= ");
            out.add(" and ");
        }
        out.add("(");
        compare(i, key.descending() ? " < " : " > ");
        out.add(key.fact().always() ? " or " : " or " + column + " is null or ");
        out.add("(");
        compare(i, " = ");
        out.add(" and (");
        writeFrom(i + 1, present);
        out.add(")))");
    }

    private void writeId() {
        out.add(id).add(sort.idDescending() ? " < " : " > ");
        bind(keys.size());
    }

    private void compare(int i, String comparison) {
        out.add(joins.column(keys.get(i).fact())).add(comparison);
        bind(i);
    }

    private void bind(int i) {
        out.bind((statement, index, run) -> {
            Object value = run.after().get(i);
            if (value == null) {
                throw new IllegalStateException("no sort value " + i);
            }
            Binding.bind(statement, index, value);
        });
    }
}
