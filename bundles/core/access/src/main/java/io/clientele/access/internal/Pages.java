package io.clientele.access.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Lists in the order of ids: a cursor is the last id that was shown. */
final class Pages {
    private Pages() {}

    static long after(@Nullable String cursor) {
        long after = cursor == null ? 0 : ShortId.parse(cursor);
        if (after < 0) {
            throw new InvalidInputException("cursor", "This is no cursor of ours");
        }
        return after;
    }

    /** The page out of {@code found}, which holds one more than the limit if there is more. */
    static <T> Page<T> of(List<T> found, int limit, ToLongFunction<T> id) {
        if (found.size() <= limit) {
            return new Page<>(found, null, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, ShortId.format(id.applyAsLong(items.get(limit - 1))), null);
    }
}
