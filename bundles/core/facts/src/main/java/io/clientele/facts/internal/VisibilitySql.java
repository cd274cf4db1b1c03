package io.clientele.facts.internal;

import io.clientele.facts.internal.Query.View;

/** Writes what the caller may see as a condition: the one place where it is written. */
final class VisibilitySql {
    private VisibilitySql() {}

    /** Writes the condition on the customer table; false if there is none to write. */
    static boolean write(View view, SqlWriter out) {
        if (view == View.ALL) {
            return false;
        }
        boolean teams = view == View.OWNER_OR_TEAMS;
        out.add(teams ? "(" : "").add(Joins.ROOT + ".owner_id = ");
        out.bind((statement, index, run) -> statement.setLong(index, run.owner()));
        if (teams) {
            out.add(" or ").add(Joins.ROOT + ".team_id = any(");
            out.bind((statement, index, run) -> Binding.bindArray(statement, index, run.teams()));
            out.add("))");
        }
        return true;
    }
}
