package io.clientele.segmentation.internal.numbers;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How unevenly a value is spread. For one set of values, none of them negative. */
public final class Concentration {
    private final double[] ascending;
    private final double total;

    private Concentration(double[] ascending) {
        this.ascending = ascending;
        this.total = Arrays.stream(ascending).sum();
    }

    /** Of these values; those below nothing cannot be shares of a whole and fail. */
    public static Concentration of(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        if (ascending.length > 0 && ascending[0] < 0) {
            throw new IllegalArgumentException("a share cannot be negative");
        }
        return new Concentration(ascending);
    }

    /** The Gini coefficient: 0 if all have the same, close to 1 if one has it all; none without anything to share. */
    public OptionalDouble gini() {
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        int n = ascending.length;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            weighted += (i + 1) * ascending[i];
        }
        return OptionalDouble.of(2 * weighted / (n * total) - (n + 1.0) / n);
    }

    /** The Gini coefficient without the bias of small numbers. */
    public OptionalDouble corrected() {
        int n = ascending.length;
        OptionalDouble gini = gini();
        return n < 2 || gini.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gini.getAsDouble() * n / (n - 1));
    }

    /** The Herfindahl–Hirschman index: the sum of the squares of the shares. */
    public OptionalDouble hhi() {
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Arrays.stream(ascending).map(v -> v / total * (v / total)).sum());
    }

    /** The share of the best {@code p} of all, of whom the last counts whole. */
    public OptionalDouble topShare(double p) {
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        int best = (int) Math.ceil(p * ascending.length - 1e-9);
        double sum = 0;
        for (int i = ascending.length - best; i < ascending.length; i++) {
            sum += ascending[i];
        }
        return OptionalDouble.of(sum / total);
    }

    /** The share of the best {@code p} of all, of whom the last counts in part. */
    public OptionalDouble interpolatedShare(double p) {
        if (total <= 0) {
            return OptionalDouble.empty();
        }
        double best = p * ascending.length;
        int whole = (int) Math.floor(best + 1e-9);
        double sum = 0;
        for (int i = ascending.length - whole; i < ascending.length; i++) {
            sum += ascending[i];
        }
        if (whole < ascending.length) {
            sum += Math.max(0, best - whole) * ascending[ascending.length - whole - 1];
        }
        return OptionalDouble.of(sum / total);
    }

    /** The least number of the best whose shares add up to {@code share}. */
    public int headcountFor(double share) {
        double sum = 0;
        int count = 0;
        while (count < ascending.length && sum < share * total - 1e-9) {
            sum += ascending[ascending.length - 1 - count];
            count++;
        }
        return count;
    }
}
