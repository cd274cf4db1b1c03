package io.clientele.segmentation.internal.rfm;

import io.clientele.registry.PurchaseHistory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gathers purchases in columns and sums them up: in memory, where a {@code group by} of so many would go to disk and back. Twenty bytes for a
 * purchase. For one thread.
 */
public final class PurchaseColumns implements PurchaseHistory.Sink {
    private static final int CHUNK = 1 << 16;
    private static final int SCALE = 6;

    private final RfmSettings settings;
    private final long firstDay;
    private final long lastDay;
    private final CustomerPlaces places = new CustomerPlaces();
    private final List<int[]> owners = new ArrayList<>();
    private final List<int[]> days = new ArrayList<>();
    private final List<long[]> amounts = new ArrayList<>();
    private int size;
    private int uncounted;

    /** For the window that ends with {@code today}, in days since 1970-01-01. What lies in the future is left out. */
    public PurchaseColumns(RfmSettings settings, long today) {
        this.settings = settings;
        Integer window = settings.windowDays();
        this.firstDay = window == null ? Long.MIN_VALUE : today - window + 1;
        this.lastDay = today;
    }

    @Override
    public void take(long customer, long day, BigDecimal amount, String currency) {
        if (day < firstDay || day > lastDay) {
            return;
        }
        int at = size % CHUNK;
        if (at == 0) {
            owners.add(new int[CHUNK]);
            days.add(new int[CHUNK]);
            amounts.add(new long[CHUNK]);
        }
        int chunk = size / CHUNK;
        long micros =
                amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        boolean counted = currency.equals(settings.currency());
        uncounted += counted ? 0 : 1;
        owners.get(chunk)[at] = places.of(customer);
        // Other currencies make purchases, but no money: the lowest bit tells.
        days.get(chunk)[at] = (int) day;
        amounts.get(chunk)[at] = micros << 1 | (counted ? 1 : 0);
        size++;
    }

    /** How many purchases are in other currencies than that which counts. */
    int uncounted() {
        return uncounted;
    }

    /** Hands over the sum of each customer who bought on one day at least, in the order of their ids. */
    public void sumUp(Consumer<Summaries.Summary> sink) {
        int[] starts = new int[places.size() + 1];
        for (int i = 0; i < size; i++) {
            starts[owner(i) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[size];
        int[] next = Arrays.copyOf(starts, places.size());
        for (int i = 0; i < size; i++) {
            sorted[next[owner(i)]++] = i;
        }
        for (int place : places.ascending()) {
            sumUp(place, Arrays.copyOfRange(sorted, starts[place], starts[place + 1]), sink);
        }
    }

    private int owner(int i) {
        return owners.get(i / CHUNK)[i % CHUNK];
    }

    private void sumUp(int place, int[] rows, Consumer<Summaries.Summary> sink) {
        long[] byDay = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            byDay[i] = (long) days.get(rows[i] / CHUNK)[rows[i] % CHUNK] << 32 | i;
        }
        Arrays.sort(byDay);
        long money = 0;
        int count = 0;
        int last = 0;
        for (int i = 0; i < byDay.length; ) {
            int day = (int) (byDay[i] >> 32);
            long net = 0;
            for (; i < byDay.length && (int) (byDay[i] >> 32) == day; i++) {
                int row = rows[(int) byDay[i]];
                long amount = amounts.get(row / CHUNK)[row % CHUNK];
                net += amount >> 1;
                money += (amount & 1) == 1 ? amount >> 1 : 0;
            }
            if (net > 0 || (net == 0 && settings.countZeroAmountDays())) {
                count++;
                last = day;
            }
        }
        if (count > 0) {
            sink.accept(new Summaries.Summary(places.customer(place), last, count, money / 1e6, 0));
        }
    }
}
