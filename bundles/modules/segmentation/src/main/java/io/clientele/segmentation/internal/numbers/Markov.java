package io.clientele.segmentation.internal.numbers;

import java.util.Arrays;

/** Chains of states that customers move between from one period to the next. */
public final class Markov {
    private static final double PRIOR = 5;
    private static final int MOST_PERIODS = 10_000;
    private static final double SETTLED = 1e-12;

    private Markov() {}

    /**
     * The probabilities of going from each state to each, of counts that were seen, drawn a little to the overall shares so that states with
     * few customers say little: (n_ij + 5 π_j) / (n_i + 5).
     */
    public static double[][] probabilities(long[][] counts) {
        int n = counts.length;
        double[] shares = new double[n];
        double total = 0;
        for (long[] row : counts) {
            for (int j = 0; j < n; j++) {
                shares[j] += row[j];
                total += row[j];
            }
        }
        double[][] probabilities = new double[n][n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (long count : counts[i]) {
                sum += count;
            }
            for (int j = 0; j < n; j++) {
                double share = total == 0 ? 1.0 / n : shares[j] / total;
                probabilities[i][j] = (counts[i][j] + PRIOR * share) / (sum + PRIOR);
            }
        }
        return probabilities;
    }

    /** How many are in each state after so many periods. */
    public static double[] forecast(double[][] probabilities, double[] now, int periods) {
        double[] shares = now.clone();
        for (int period = 0; period < periods; period++) {
            double[] next = new double[shares.length];
            for (int i = 0; i < shares.length; i++) {
                for (int j = 0; j < shares.length; j++) {
                    next[j] += shares[i] * probabilities[i][j];
                }
            }
            shares = next;
        }
        return shares;
    }

    /** How many are in each state in the end, if that settles. */
    public static double[] settled(double[][] probabilities, double[] now) {
        double[] shares = now;
        for (int period = 0; period < MOST_PERIODS; period++) {
            double[] next = forecast(probabilities, shares, 1);
            double moved = 0;
            double all = 0;
            for (int i = 0; i < next.length; i++) {
                moved += Math.abs(next[i] - shares[i]);
                all += Math.abs(next[i]);
            }
            shares = next;
            if (moved <= SETTLED * all) {
                break;
            }
        }
        return shares;
    }

    /**
     * The present value of a customer in each state who brings {@code rewards} each period, for ever: (I − P/(1+d))⁻¹ R. Fails if that has no
     * bound, because the discount does not make up for how states grow.
     */
    public static double[] values(double[][] probabilities, double[] rewards, double discount) {
        double[] ones = new double[rewards.length];
        Arrays.fill(ones, 1);
        // One each period comes to something above zero in every state only if the sum of all periods has a bound.
        for (double periods : solve(system(probabilities, ones, discount))) {
            if (!(periods > 0)) {
                throw new IllegalArgumentException("the values grow without bound");
            }
        }
        return solve(system(probabilities, rewards, discount));
    }

    private static double[][] system(double[][] probabilities, double[] rewards, double discount) {
        int n = rewards.length;
        double[][] system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system[i][j] = (i == j ? 1 : 0) - probabilities[i][j] / (1 + discount);
            }
            system[i][n] = rewards[i];
        }
        return system;
    }

    /** As {@link #values}, for so many periods of which the first is now. */
    public static double[] values(double[][] probabilities, double[] rewards, double discount, int periods) {
        double[] values = new double[rewards.length];
        for (int period = 0; period <= periods; period++) {
            double[] next = rewards.clone();
            for (int i = 0; i < next.length; i++) {
                for (int j = 0; j < next.length; j++) {
                    next[i] += period == 0 ? 0 : probabilities[i][j] / (1 + discount) * values[j];
                }
            }
            values = next;
        }
        return values;
    }

    /** Gaussian elimination with the largest pivot of each column. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            if (Math.abs(system[pivot][column]) < 1e-12) {
                throw new IllegalArgumentException("the values grow without bound");
            }
            double[] swapped = system[pivot];
            system[pivot] = system[column];
            system[column] = swapped;
            for (int row = 0; row < n; row++) {
                double factor = row == column ? 0 : system[row][column] / system[column][column];
                for (int k = column; factor != 0 && k <= n; k++) {
                    system[row][k] -= factor * system[column][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
