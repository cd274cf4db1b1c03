package io.clientele.segmentation.internal.rfm;

import java.util.Arrays;

/** What customers bought, in columns: a row for each who bought anything, in the order in which they were added. For one thread. */
public final class Summaries {
    private long[] customers;
    private int[] lastDays;
    private int[] counts;
    private double[] money;
    private int[] cells;
    private int size;

    public Summaries(int capacity) {
        int first = Math.max(16, capacity);
        customers = new long[first];
        lastDays = new int[first];
        counts = new int[first];
        money = new double[first];
        cells = new int[first];
    }

    /**
     * What one customer bought.
     *
     * @param lastDay of the last purchase, in days since 1970-01-01
     * @param count on how many days
     * @param cell what they scored last, such as 554, or 0 for nothing, or as long as nobody looked
     */
    public record Summary(long customer, int lastDay, int count, double money, int cell) {}

    public void add(Summary summary) {
        if (size == customers.length) {
            int more = size * 2;
            customers = Arrays.copyOf(customers, more);
            lastDays = Arrays.copyOf(lastDays, more);
            counts = Arrays.copyOf(counts, more);
            money = Arrays.copyOf(money, more);
            cells = Arrays.copyOf(cells, more);
        }
        customers[size] = summary.customer;
        lastDays[size] = summary.lastDay;
        counts[size] = summary.count;
        cells[size] = summary.cell;
        money[size++] = summary.money;
    }

    /** Takes over what these customers, who stand in the order of their ids, scored last. */
    void scoredLast(LastScores scores) {
        for (int i = 0; i < size; i++) {
            cells[i] = scores.of(customers[i]);
        }
    }

    public int size() {
        return size;
    }

    public Summary get(int i) {
        return new Summary(customers[i], lastDays[i], counts[i], money[i], cells[i]);
    }

    /** Minus the days that went by since the last purchase, none if it is of tomorrow: more is better. */
    double[] recency(long today) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> Math.min(0, lastDays[i] - today));
        return values;
    }

    double[] frequency() {
        double[] values = new double[size];
        Arrays.setAll(values, i -> counts[i]);
        return values;
    }

    public double[] money() {
        return Arrays.copyOf(money, size);
    }
}
