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
    /** The most by which one step of computing with doubles is off, as a part of what is computed. */
    private static final double ROUNDING = 0x1p-53;

    private final RfmSettings settings;
    private final long firstDay;
    private final long lastDay;
    private final CustomerPlaces places = new CustomerPlaces();
    private final List<int[]> owners = new ArrayList<>();
    private final List<int[]> days = new ArrayList<>();
    /** In millionths: doubles hold those of up to 9,000,000,000 exactly, and above that any amount to sixteen digits. */
    private final List<double[]> amounts = new ArrayList<>();

    private int size;
    private int uncounted;

    /**
     * For the window that ends with {@code today}, in days since 1970-01-01. The day after it counts too, as somewhere it is that day already; what lies
     * further in the future is left out.
     */
    public PurchaseColumns(RfmSettings settings, long today) {
        this.settings = settings;
        Integer window = settings.windowDays();
        this.firstDay = window == null ? Long.MIN_VALUE : today - window + 1;
        this.lastDay = today + 1;
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
            amounts.add(new double[CHUNK]);
        }
        int chunk = size / CHUNK;
        boolean counted = currency.equals(settings.currency());
        uncounted += counted ? 0 : 1;
        owners.get(chunk)[at] = places.of(customer);
        // Other currencies make purchases, but no money: the lowest bit tells.
        days.get(chunk)[at] = (int) day << 1 | (counted ? 1 : 0);
        amounts.get(chunk)[at] =
                amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().doubleValue();
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
        double money = 0;
        int count = 0;
        int last = 0;
        for (int i = 0; i < byDay.length; ) {
            int day = (int) (byDay[i] >> 33);
            double net = 0;
            double gross = 0;
            int first = i;
            for (; i < byDay.length && (int) (byDay[i] >> 33) == day; i++) {
                int row = rows[(int) byDay[i]];
                double amount = amounts.get(row / CHUNK)[row % CHUNK];
                net += amount;
                gross += Math.abs(amount);
                money += (byDay[i] >> 32 & 1) == 1 ? amount : 0;
            }
            // What rounding leaves of very large amounts that went back is nothing; of others it is below a millionth.
            boolean nothing = Math.abs(net) <= gross * (i - first) * ROUNDING;
            if (nothing ? settings.countZeroAmountDays() : net > 0) {
                count++;
                last = day;
            }
        }
        if (count > 0) {
            sink.accept(new Summaries.Summary(places.customer(place), last, count, money / 1e6, 0));
        }
    }
}
