package io.clientele.registry.internal.store;

import io.clientele.access.UserId;
import java.util.List;
import java.util.Locale;

/**
 * A list that somebody saved.
 *
 * @param version changes with every write
 */
public record SavedView(long id, long version, UserId owner, Content content) {
    /** Who sees it besides its owner. */
    public enum Sharing {
        NOBODY,
        /** The owner's team, at the time it was written, and every team below or above it. */
        TEAM,
        ALL;

        /** The word for it in the table. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What its owner says.
     *
     * @param filter RSQL, or empty for no condition; it may name facts of modules that are away
     * @param sort as a list is asked for, or empty
     * @param columns facts, in their order
     */
    public record Content(String name, String filter, String sort, List<String> columns, Sharing shared) {
        public Content {
            columns = List.copyOf(columns);
        }
    }
}
