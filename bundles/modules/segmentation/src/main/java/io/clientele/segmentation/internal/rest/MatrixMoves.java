package io.clientele.segmentation.internal.rest;

import io.clientele.segmentation.internal.numbers.Markov;
import java.util.Arrays;
import java.util.List;

/**
 * How customers moved between two days: cells are numbered row by row from 1, and 0 is none.
 *
 * @param counts how many went from each cell to each
 * @param probabilities the same as chances for one who stands there
 * @param forecast how many will stand in each cell after as long a time again
 */
public record MatrixMoves(List<List<Long>> counts, List<List<Double>> probabilities, List<Double> forecast) {
    static MatrixMoves of(long[][] counts) {
        double[][] probabilities = Markov.probabilities(counts);
        double[] forecast = Markov.forecast(probabilities, standing(counts), 1);
        return new MatrixMoves(
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                Arrays.stream(probabilities)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList(),
                Arrays.stream(forecast).boxed().toList());
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
