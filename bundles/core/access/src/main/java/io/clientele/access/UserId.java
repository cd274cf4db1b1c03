package io.clientele.access;

import io.clientele.kernel.ShortId;

/** The id of a user. */
public record UserId(long value) {
    /** The short form, as it stands in addresses and answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
