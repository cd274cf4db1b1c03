package io.clientele.facts;

import org.jspecify.annotations.Nullable;

/**
 * What to list.
 *
 * @param filter RSQL over facts, or null for no condition
 * @param sort fact names separated by commas, a leading {@code -} for descending; null for the order of creation
 * @param limit how many at most, 1 to 200
 * @param cursor where the previous page ended, or null for the first
 * @param total whether to count all matches too, which costs a second statement
 */
public record CustomerQuery(
        @Nullable String filter, @Nullable String sort, int limit, @Nullable String cursor, boolean total) {}
