package io.clientele.registry.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.registry.internal.store.Keyset;
import java.util.List;
import java.util.function.Function;

/** Cuts pages out of lists of which one more than asked for was read. */
final class Pages {
    private static final int MAX_LIMIT = 200;

    private Pages() {}

    /** {@code limit}, if it is one. */
    static int bounded(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit", "limit is a number from 1 to " + MAX_LIMIT);
        }
        return limit;
    }

    static <T> Page<T> of(List<T> found, int limit, Function<T, Keyset> place) {
        if (found.size() <= limit) {
            return new Page<>(found, null, null);
        }
        return new Page<>(
                found.subList(0, limit), place.apply(found.get(limit - 1)).toString(), null);
    }
}
