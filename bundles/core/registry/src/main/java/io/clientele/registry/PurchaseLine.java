package io.clientele.registry;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One product of a purchase, in the purchase's currency.
 *
 * @param quantity negative in a return
 * @param amount what the customer pays for the whole quantity; negative in a return
 * @param cost what the quantity costs the firm, or null if that is not known
 */
public record PurchaseLine(String product, BigDecimal quantity, BigDecimal amount, @Nullable BigDecimal cost) {
    /** What is left of the amount after the cost. */
    public Optional<BigDecimal> margin() {
        return Optional.ofNullable(cost).map(amount::subtract);
    }
}
