package io.clientele.segmentation.internal.assessment;

import io.clientele.registry.PurchaseHistory;
import io.clientele.segmentation.internal.numbers.Months;
import io.clientele.segmentation.internal.numbers.Takings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What some customers bought in each of up to 63 months. For one thread. */
final class MonthlySales implements PurchaseHistory.Sink {
    private final long[] customers;
    /** A bit for each month in which the customer at the same place bought. */
    private final long[] bought;

    private final Months months;
    private final int[] purchases;
    private final List<Takings> takings = new ArrayList<>();

    /** For {@code customers}, ascending. */
    MonthlySales(long[] customers, Months months) {
        this.customers = customers;
        this.bought = new long[customers.length];
        this.months = months;
        this.purchases = new int[months.count()];
        for (int i = 0; i < months.count(); i++) {
            takings.add(new Takings());
        }
    }

    @Override
    public void take(long customer, long day, BigDecimal amount, String currency) {
        int place = Arrays.binarySearch(customers, customer);
        int month = months.of(day);
        if (place < 0 || month < 0) {
            return;
        }
        takings.get(month).add(amount, currency);
        if (amount.signum() > 0) {
            purchases[month]++;
            bought[place] |= 1L << month;
        }
    }

    int members() {
        return customers.length;
    }

    List<Long> ids() {
        return Arrays.stream(customers).boxed().toList();
    }

    int buyers(int month) {
        int buyers = 0;
        for (long monthsOfOne : bought) {
            buyers += (int) (monthsOfOne >>> month & 1);
        }
        return buyers;
    }

    int purchases(int month) {
        return purchases[month];
    }

    /** What was paid in each currency, less what was given back. */
    Map<String, BigDecimal> money(int month) {
        return takings.get(month).sums();
    }
}
