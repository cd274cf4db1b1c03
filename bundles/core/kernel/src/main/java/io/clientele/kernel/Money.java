package io.clientele.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount in one currency (ISO 4217). The scale is kept as given; arithmetic across currencies is refused.
 *
 * @param amount may be negative, as in a return
 */
public record Money(BigDecimal amount, Currency currency) {
    /** The sum, in the common currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
