package io.clientele.events.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Lists in the order of a number that each thing has; a cursor is the number of the last of a page. */
public final class Pages {
    private Pages() {}

    /** The number behind which a page begins. */
    public static long after(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
    }

    /** The first {@code limit} of {@code found}, which has one more if others follow. */
    public static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> number) {
        if (found.size() <= limit) {
            return new Page<>(found, null, null);
        }
        return new Page<>(found.subList(0, limit), Long.toString(number.applyAsLong(found.get(limit - 1))), null);
    }
}
