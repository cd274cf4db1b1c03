package io.clientele.registry;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;

/** The id of an interaction. */
public record InteractionId(long value) {
    /** Reads the short form; any other text names no interaction. */
    public static InteractionId of(String text) {
        long value = ShortId.parse(text);
        if (value < 0) {
            throw new NotFoundException("interaction", text);
        }
        return new InteractionId(value);
    }

    /** The short form, as it stands in addresses and answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
