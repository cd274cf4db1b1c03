package io.clientele.segmentation.internal.numbers;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What was paid in each currency, less what was given back. For one thread. */
public final class Takings {
    private final Map<String, BigDecimal> sums = new TreeMap<>();

    /**
     * Adds one purchase or return.
     *
     * @param amount less than nothing for a return
     * @param currency by its code of ISO 4217
     */
    public void add(BigDecimal amount, String currency) {
        sums.merge(currency, amount, BigDecimal::add);
    }

    /** The sum in each currency, without the zeros at its end. */
    public Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> plain = new TreeMap<>(sums);
        plain.replaceAll(
                (currency, sum) -> new BigDecimal(sum.stripTrailingZeros().toPlainString()));
        return plain;
    }
}
