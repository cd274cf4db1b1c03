package io.clientele.segmentation.internal.rfm;

import io.clientele.segmentation.internal.numbers.Quantiles;
import java.util.Arrays;

/** Ways to make scores from 1, the worst, to k of values of which more is better. */
public enum Scoring {
    /** By the middle of the ranks of equal values: equal values have equal scores, and all-equal values the middle one. */
    MIDRANK {
        @Override
        int[] score(double[] values, int k, double[] cuts) {
            double[] sorted = sorted(values);
            int n = values.length;
            return each(
                    values,
                    value -> {
                        int worse = Quantiles.below(sorted, value);
                        int equal = Quantiles.upTo(sorted, value) - worse;
                        return 1 + (int) Math.floor(k * ((worse + equal / 2.0) / n));
                    },
                    k);
        }
    },
    /** By quantiles with linear interpolation: a score is one more than the number of cut points below the value. */
    TYPE7 {
        @Override
        int[] score(double[] values, int k, double[] cuts) {
            double[] sorted = sorted(values);
            double[] points = new double[k - 1];
            for (int i = 1; i < k; i++) {
                points[i - 1] = Quantiles.type7(sorted, (double) i / k);
            }
            return each(values, value -> 1 + Quantiles.below(points, value), k);
        }
    },
    /** Exactly equal parts in the order of values, equal ones in the order in which they come: they may get different scores. */
    POSITIONAL {
        @Override
        int[] score(double[] values, int k, double[] cuts) {
            int n = values.length;
            long[] order = order(values);
            int[] scores = new int[n];
            for (int position = 0; position < n; position++) {
                scores[(int) order[position]] = 1 + (int) ((long) position * k / n);
            }
            return scores;
        }
    },
    /** By thresholds that somebody gave: a score is one more than the number of thresholds that the value reaches. */
    FIXED {
        @Override
        int[] score(double[] values, int k, double[] cuts) {
            double[] points = sorted(cuts);
            return each(values, value -> 1 + Quantiles.upTo(points, value), k);
        }
    },
    /** Classes of which each holds an equal share of the sum; what is below nothing counts as nothing. */
    EQUAL_VALUE {
        @Override
        int[] score(double[] values, int k, double[] cuts) {
            double[] sorted = sorted(values);
            double[] sums = new double[sorted.length + 1];
            for (int i = 0; i < sorted.length; i++) {
                sums[i + 1] = sums[i] + Math.max(0, sorted[i]);
            }
            double total = sums[sorted.length];
            return each(
                    values,
                    value -> {
                        double worse = sums[Quantiles.below(sorted, value)];
                        double equal = sums[Quantiles.upTo(sorted, value)] - worse;
                        return total <= 0 ? 1 : 1 + (int) Math.floor(k * ((worse + equal / 2) / total));
                    },
                    k);
        }
    };

    /**
     * The scores of {@code values}.
     *
     * @param cuts the thresholds of {@link #FIXED}, k − 1 of them; nothing to the others
     */
    abstract int[] score(double[] values, int k, double[] cuts);

    private interface Rule {
        int of(double value);
    }

    private static int[] each(double[] values, Rule rule, int k) {
        int[] scores = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = Math.min(k, rule.of(values[i]));
        }
        return scores;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The places of the values from the least on; stable. */
    private static long[] order(double[] values) {
        Integer[] places = new Integer[values.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> Double.compare(values[a], values[b]));
        long[] order = new long[values.length];
        Arrays.setAll(order, i -> places[i]);
        return order;
    }
}
