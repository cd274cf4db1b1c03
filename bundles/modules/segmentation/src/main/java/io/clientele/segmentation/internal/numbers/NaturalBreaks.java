package io.clientele.segmentation.internal.numbers;

import java.util.Arrays;
import java.util.List;

/**
 * Classes of one value with the least squares within (Fisher and Jenks), exactly.
 *
 * @param upper the greatest value of each class, ascending
 * @param squares the sum of squares within the classes
 * @param fit how much of all squares the classes explain, 0 to 1
 */
public record NaturalBreaks(List<Double> upper, double squares, double fit) {
    public NaturalBreaks {
        upper = List.copyOf(upper);
    }

    private static final int MOST = 20_000;

    /** Cuts {@code values} into {@code k} classes. */
    public static NaturalBreaks of(double[] values, int k) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (k < 1 || k > n || n > MOST) {
            throw new IllegalArgumentException(k + " classes of " + n + " values");
        }
        Sums sums = new Sums(sorted);
        double[] best = new double[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        int[][] starts = new int[k + 1][n + 1];
        for (int c = 1; c <= k; c++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int end = c; end <= n; end++) {
                for (int start = c - 1; start < end; start++) {
                    double cost = best[start] + sums.squares(start, end);
                    if (cost < next[end]) {
                        next[end] = cost;
                        starts[c][end] = start;
                    }
                }
            }
            best = next;
        }
        Double[] upper = new Double[k];
        for (int c = k, end = n; c >= 1; end = starts[c][end], c--) {
            upper[c - 1] = sorted[end - 1];
        }
        double all = sums.squares(0, n);
        return new NaturalBreaks(List.of(upper), best[n], all == 0 ? 1 : 1 - best[n] / all);
    }

    /** Sums over ranges of sorted values, taken from their middle so that squares of large numbers do not cancel. */
    private static final class Sums {
        private final double[] sum;
        private final double[] square;

        Sums(double[] sorted) {
            double middle = sorted[sorted.length / 2];
            sum = new double[sorted.length + 1];
            square = new double[sorted.length + 1];
            for (int i = 0; i < sorted.length; i++) {
                double value = sorted[i] - middle;
                sum[i + 1] = sum[i] + value;
                square[i + 1] = square[i] + value * value;
            }
        }

        /** The squares of the distances to the mean, of the values from {@code start} to before {@code end}. */
        double squares(int start, int end) {
            double total = sum[end] - sum[start];
            return Math.max(0, square[end] - square[start] - total * total / (end - start));
        }
    }
}
