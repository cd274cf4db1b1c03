package io.clientele.facts.internal;

import io.clientele.access.TeamId;
import io.clientele.access.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs from one run of a statement to the next.
 *
 * @param now what relative times count from
 * @param visible what the caller may see, or null for everything
 * @param after the sort values and the id of the row that the page begins after; empty for the first page
 * @param ids the only customers that are asked for, if the statement says so
 */
record Execution(Instant now, Visibility.@Nullable Some visible, List<@Nullable Object> after, List<Long> ids) {
    /** The one customer to find. */
    long id() {
        return ids.get(0);
    }

    long owner() {
        return some().owner().value();
    }

    List<Long> teams() {
        return some().teams().stream().map(TeamId::value).toList();
    }

    private Visibility.Some some() {
        if (visible == null) {
            throw new IllegalStateException("the statement restricts what the caller does not");
        }
        return visible;
    }
}
