package io.clientele.registry;

import io.clientele.kernel.ShortId;

/** The id of a merge. */
public record MergeId(long value) {
    /** The short form, as it stands in answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
