package io.clientele.bench.measure;

import java.util.Arrays;
import java.util.Collection;

/** Medians and percentiles, by the nearest rank: an answer is always one of the measured values or the middle of two. */
public final class Figures {
    private Figures() {}

    /** The middle value, or the mean of the two middle ones. */
    public static double median(Collection<? extends Number> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that at least {@code percent} per cent of the values do not exceed. */
    public static long percentile(long[] values, double percent) {
        if (values.length == 0 || percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("no values, or not a percentage");
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
