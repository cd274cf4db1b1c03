package io.clientele.registry;

import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;

/** The id of a purchase. */
public record PurchaseId(long value) {
    /** Reads the short form; any other text names no purchase. */
    public static PurchaseId of(String text) {
        long value = ShortId.parse(text);
        if (value < 0) {
            throw new NotFoundException("purchase", text);
        }
        return new PurchaseId(value);
    }

    /** The short form, as it stands in addresses and answers. */
    @Override
    public String toString() {
        return ShortId.format(value);
    }
}
