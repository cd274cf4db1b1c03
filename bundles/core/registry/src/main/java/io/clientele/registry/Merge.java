package io.clientele.registry;

import io.clientele.access.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * That one customer became part of another, and has not been taken out again.
 *
 * @param otherName what the other was called
 * @param moved how much of each kind went to the survivor, such as 3 {@code purchases}
 */
public record Merge(
        MergeId id,
        CustomerId survivor,
        CustomerId other,
        String otherName,
        UserId mergedBy,
        Instant mergedAt,
        Map<String, Integer> moved) {
    public Merge {
        moved = Map.copyOf(moved);
    }
}
