package io.clientele.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded part of a list that can grow.
 *
 * @param next the cursor of the following page, or null on the last one
 * @param total how many there are in all, or null unless it was asked for
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {
    public Page {
        items = List.copyOf(items);
    }
}
