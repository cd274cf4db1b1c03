package io.clientele.segmentation.internal.numbers;

import org.jspecify.annotations.Nullable;

/**
 * How much customers moved between states from one time to another. State 0 is that of being in none.
 *
 * @param changed the share of those who were somewhere both times and elsewhere the second; null if nobody was
 * @param distance half the sum of the differences between the shares of the states (total variation), 0 to 1; null if there are no shares
 */
public record Stability(@Nullable Double changed, @Nullable Double distance) {
    /** Of counts from each state to each. */
    public static Stability of(long[][] counts) {
        int n = counts.length;
        double[] before = new double[n];
        double[] after = new double[n];
        double stayed = 0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                before[i] += counts[i][j];
                after[j] += counts[i][j];
                both += i > 0 && j > 0 ? counts[i][j] : 0;
            }
            stayed += i > 0 ? counts[i][i] : 0;
        }
        return new Stability(both == 0 ? null : 1 - stayed / both, distance(before, after));
    }

    private static @Nullable Double distance(double[] before, double[] after) {
        double first = sum(before);
        double second = sum(after);
        if (first == 0 || second == 0) {
            return null;
        }
        double distance = 0;
        for (int i = 1; i < before.length; i++) {
            distance += Math.abs(before[i] / first - after[i] / second) / 2;
        }
        return distance;
    }

    private static double sum(double[] sizes) {
        double sum = 0;
        for (int i = 1; i < sizes.length; i++) {
            sum += sizes[i];
        }
        return sum;
    }
}
