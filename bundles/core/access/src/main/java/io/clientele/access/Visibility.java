package io.clientele.access;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which customers the current caller may see, as data that a statement can be made of. */
public sealed interface Visibility {
    /** Every customer. */
    record All() implements Visibility {}

    /** Customers that {@code owner} owns, or that belong to one of {@code teams}. */
    record Some(UserId owner, Set<TeamId> teams) implements Visibility {
        public Some {
            teams = Set.copyOf(teams);
        }
    }

    /** What {@code caller} may see. */
    static Visibility of(Caller caller) {
        return switch (caller.scope()) {
            case ALL -> new All();
            case TEAM -> new Some(caller.user(), caller.teams());
            case OWN -> new Some(caller.user(), Set.of());
        };
    }

    /** Handles every case. */
    default <T> T fold(Supplier<T> onAll, Function<Some, T> onSome) {
        return this instanceof Some some ? onSome.apply(some) : onAll.get();
    }
}
