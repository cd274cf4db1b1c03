package io.clientele.registry.internal.store;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.ShortId;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list that is ordered by a number and an id ended.
 *
 * @param order what the list is ordered by, as a number
 */
public record Keyset(long order, long id) {
    /** Before everything, in a list that descends. */
    public static final Keyset TOP = new Keyset(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Reads a cursor; null is where a list that descends begins. */
    public static Keyset descending(@Nullable String cursor) {
        return cursor == null ? TOP : read(cursor);
    }

    /** Reads a cursor; null is where a list that ascends begins. */
    public static Keyset ascending(@Nullable String cursor) {
        return cursor == null ? new Keyset(0, 0) : read(cursor);
    }

    private static Keyset read(String cursor) {
        int dot = cursor.indexOf('.');
        long id = dot < 1 ? -1 : ShortId.parse(cursor.substring(dot + 1));
        if (id >= 0) {
            try {
                return new Keyset(Long.parseLong(cursor.substring(0, dot)), id);
            } catch (NumberFormatException e) {
                // Answered below like any other text.
            }
        }
        throw new InvalidInputException("cursor", "This is no cursor of ours");
    }

    /** The cursor as it stands in an answer. */
    @Override
    public String toString() {
        return order + "." + ShortId.format(id);
    }
}
