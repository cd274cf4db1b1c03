package io.clientele.registry.internal.store;

import java.math.BigDecimal;

/** The one form in which quantities and amounts are kept and shown. */
public final class Decimals {
    private Decimals() {}

    /** The number without needless zeros, but with at least {@code places} decimal places. */
    public static BigDecimal plain(BigDecimal number, int places) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < places ? bare.setScale(places) : bare;
    }
}
