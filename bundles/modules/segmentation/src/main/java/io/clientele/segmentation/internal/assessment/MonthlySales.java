package io.clientele.segmentation.internal.assessment;

import io.clientele.registry.PurchaseHistory;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What some customers bought in each of up to 63 months. For one thread. */
final class MonthlySales implements PurchaseHistory.Sink {
    private final long[] customers;
    /** A bit for each month in which the customer at the same place bought. */
    private final long[] bought;

    /** The first day of each month, and of the one after the last. */
    private final long[] begins;

    private final int[] purchases;
    private final List<Map<String, BigDecimal>> money = new ArrayList<>();

    /** For {@code customers}, ascending, in {@code months} from {@code first} on. */
    MonthlySales(long[] customers, YearMonth first, int months) {
        this.customers = customers;
        this.bought = new long[customers.length];
        this.begins = new long[months + 1];
        this.purchases = new int[months];
        for (int i = 0; i <= months; i++) {
            begins[i] = first.plusMonths(i).atDay(1).toEpochDay();
        }
        for (int i = 0; i < months; i++) {
            money.add(new TreeMap<>());
        }
    }

    @Override
    public void take(long customer, long day, BigDecimal amount, String currency) {
        int place = Arrays.binarySearch(customers, customer);
        if (place < 0 || day < begins[0] || day >= begins[begins.length - 1]) {
            return;
        }
        int found = Arrays.binarySearch(begins, day);
        int month = found >= 0 ? found : -found - 2;
        money.get(month).merge(currency, amount, BigDecimal::add);
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
        for (long months : bought) {
            buyers += (int) (months >>> month & 1);
        }
        return buyers;
    }

    int purchases(int month) {
        return purchases[month];
    }

    /** The sum in each currency, without the zeros at its end. */
    Map<String, BigDecimal> money(int month) {
        Map<String, BigDecimal> sums = new TreeMap<>(money.get(month));
        sums.replaceAll(
                (currency, sum) -> new BigDecimal(sum.stripTrailingZeros().toPlainString()));
        return sums;
    }
}
