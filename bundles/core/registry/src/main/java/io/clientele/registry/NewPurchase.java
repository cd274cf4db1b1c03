package io.clientele.registry;

import io.clientele.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase, or a return of one, to be recorded.
 *
 * @param reference its name in the system it comes from, or null; the same reference is never recorded twice
 * @param returnOf the purchase that goes back, if it is known; every line is then zero or negative
 */
public record NewPurchase(
        @Nullable Identifier reference,
        LocalDate purchasedOn,
        Currency currency,
        List<PurchaseLine> lines,
        @Nullable PurchaseId returnOf) {
    public NewPurchase {
        lines = List.copyOf(lines);
    }

    /** The sum of the lines. */
    public Money amount() {
        return new Money(lines.stream().map(PurchaseLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    /** Whether goods or money go back: it names a purchase, or its sum is negative. */
    public boolean isReturn() {
        return returnOf != null || amount().amount().signum() < 0;
    }
}
