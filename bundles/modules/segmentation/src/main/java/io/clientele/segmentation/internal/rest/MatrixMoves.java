package io.clientele.segmentation.internal.rest;

import io.clientele.segmentation.internal.numbers.Markov;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How customers moved between two days: cells are numbered row by row from 1, and 0 is none.
 *
 * @param counts how many went from each cell to each
 * @param probabilities the same as chances for one who stands there
 * @param forecast how many will stand in each cell after as long a time again
 * @param settled how many will stand there in the end, if all go on like that
 * @param worth what one who stands there brings from now on, in money of today; null unless a discount was given
 */
public record MatrixMoves(
        List<List<Long>> counts,
        List<List<Double>> probabilities,
        List<Double> forecast,
        List<Double> settled,
        @Nullable List<Double> worth) {
    /**
     * What customers bring in as long a time as lies between the two days.
     *
     * @param rewards what one in each cell brings
     * @param discount how much less worth it is one such time later
     */
    record Earning(List<Double> rewards, double discount) {}

    static MatrixMoves of(long[][] counts, @Nullable Earning earning) {
        double[][] probabilities = Markov.probabilities(counts);
        double[] now = standing(counts);
        return new MatrixMoves(
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                Arrays.stream(probabilities).map(MatrixMoves::list).toList(),
                list(Markov.forecast(probabilities, now, 1)),
                list(Markov.settled(probabilities, now)),
                earning == null ? null : worth(probabilities, earning));
    }

    private static List<Double> worth(double[][] probabilities, Earning earning) {
        double[] rewards = earning.rewards.stream().mapToDouble(d -> d).toArray();
        return list(Markov.values(probabilities, rewards, earning.discount));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** How many stand in each cell at the end. */
    private static double[] standing(long[][] counts) {
        double[] now = new double[counts.length];
        for (long[] row : counts) {
            for (int i = 0; i < row.length; i++) {
                now[i] += row[i];
            }
        }
        return now;
    }
}
