package io.clientele.facts.internal;

import io.clientele.access.Visibility;
import io.clientele.persistence.Dialect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A filter and an order, understood, with the statements they have been compiled to.
 *
 * @see Catalogue#query
 */
final class Query {
    private static final int MOST_PLANS = 64;

    private final Table root;
    private final @Nullable Filter filter;
    private final SortKeys sort;
    private final Cursor cursor;
    private final Map<Shape, Plan> plans = new ConcurrentHashMap<>();

    /** What a statement is for. */
    enum Purpose {
        FIND,
        LIST,
        COUNT
    }

    /** How the caller's view is limited. */
    enum View {
        ALL,
        OWNER,
        OWNER_OR_TEAMS;

        /** How a run's view is limited. */
        static View of(Execution run) {
            Visibility.Some visible = run.visible();
            if (visible == null) {
                return ALL;
            }
            return visible.teams().isEmpty() ? OWNER : OWNER_OR_TEAMS;
        }

        /** Writes the limit as one condition; a view of all has none. */
        void write(SqlWriter out) {
            boolean teams = this == OWNER_OR_TEAMS;
            out.add(teams ? "(" : "").add(Joins.ROOT + ".owner_id = ");
            out.bind((statement, index, run) -> statement.setLong(index, run.owner()));
            if (teams) {
                out.add(" or ").add(Joins.ROOT + ".team_id = any(");
                out.bind((statement, index, run) -> Binding.bindArray(statement, index, run.teams()));
                out.add("))");
            }
        }
    }

    /**
     * All that the text of a statement depends on, besides the query itself.
     *
     * @param after a digit for each sort value that the page begins after, {@code 0} if there is none of it; null on the first page
     * @param limit stands in the text: it is a small number of ours, and so the planner knows how few rows are wanted
     */
    record Shape(
            Purpose purpose, View view, List<String> columns, @Nullable String after, int limit, Dialect dialect) {}

    /**
     * A compiled statement.
     *
     * @param sortColumns where its rows hold the sort values, the id last
     */
    record Plan(Sql sql, List<Integer> sortColumns) {
        Plan {
            sortColumns = List.copyOf(sortColumns);
        }
    }

    Query(Table root, @Nullable Filter filter, SortKeys sort, String written) {
        this.root = root;
        this.filter = filter;
        this.sort = sort;
        this.cursor = new Cursor(sort, written);
    }

    @Nullable
    Filter filter() {
        return filter;
    }

    Cursor cursor() {
        return cursor;
    }

    /** The statement of this shape, compiled the first time. */
    Plan plan(Shape shape) {
        Plan known = plans.get(shape);
        if (known != null) {
            return known;
        }
        Plan plan = new QuerySql(root, filter, sort, shape).compile();
        if (plans.size() < MOST_PLANS) {
            plans.put(shape, plan);
        }
        return plan;
    }
}
