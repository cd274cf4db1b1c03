package io.clientele.rest;

import io.clientele.kernel.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How a list is paged: {@code ?limit=} (1 to 200, default 50) and {@code ?cursor=}. A method takes both as text, so that a wrong one is
 * answered with its name.
 *
 * @param cursor where to go on, as an earlier page's {@code next} said, or null for the first page
 */
public record PageParams(int limit, @Nullable String cursor) {
    /** The limit of a request that names none. */
    public static final int DEFAULT_LIMIT = 50;

    /** The largest limit. */
    public static final int MAX_LIMIT = 200;

    private static final int MAX_CURSOR = 1000;

    /** Reads both parameters as they were sent. */
    public static PageParams of(@Nullable String limit, @Nullable String cursor) {
        if (cursor != null && cursor.length() > MAX_CURSOR) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return new PageParams(limit(limit), cursor == null || cursor.isEmpty() ? null : cursor);
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below like a number out of range.
        }
        throw new InvalidInputException("limit", "limit is a number from 1 to " + MAX_LIMIT);
    }
}
