package io.clientele.registry.internal.store;

import io.clientele.registry.Merge;

/** A merge and what undoes it. */
public record StoredMerge(Merge merge, Images images) {
    /**
     * The two customers as they were answered.
     *
     * @param before the survivor before the merge
     * @param after the survivor right after it
     * @param other the other customer
     */
    public record Images(CustomerRow before, CustomerRow after, CustomerRow other) {}
}
