package io.clientele.registry;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;

/** The id of a customer. */
public record CustomerId(long value) {
    /** Reads the short form; any other text names no customer. */
    public static CustomerId of(String text) {
        long value = ShortId.parse(text);
        if (value < 0) {
            throw new NotFoundException("customer", text);
        }
        return new CustomerId(value);
    }

    /** The short form, as it stands in addresses and answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
