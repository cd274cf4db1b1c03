package io.clientele.segmentation.internal.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides how many clusters there are: as many as are found again when customers are drawn anew, and lie apart about as well as the best. */
public final class Choice {
    private static final int MOST_CLUSTERS = 8;
    private static final int SAMPLE = 3_000;
    private static final int DRAWS = 20;
    private static final int STARTS = 30;
    private static final int STARTS_OF_DRAWS = 5;

    private Choice() {}

    /**
     * How well a number of clusters does.
     *
     * @param stability the mean agreement of clusters found in redrawn samples with those of the first: their adjusted Rand index
     * @param worst the least such agreement
     * @param silhouette how much closer customers are to their own cluster than to the next
     * @param calinskiHarabasz the variance between clusters against that within; null in what was found by earlier versions
     */
    public record Trial(
            int clusters, double stability, double worst, double silhouette, @Nullable Double calinskiHarabasz) {}

    /** Tries 2 to 8 clusters on a sample of {@code points}. */
    static List<Trial> trials(Points points, long seed) {
        Points sample = sample(points, seed);
        List<Trial> trials = new ArrayList<>();
        for (int k = 2; k <= Math.min(MOST_CLUSTERS, sample.size() - 1); k++) {
            trials.add(trial(sample, k, DRAWS, seed));
        }
        return trials;
    }

    /** Tries {@code k} clusters of all {@code points}, drawing them anew {@code draws} times. */
    static Trial trial(Points points, int k, int draws, long seed) {
        KMeans.Result result = KMeans.run(points, k, STARTS, seed);
        double[] agreements = new double[draws];
        int[] done = {0};
        redraw(
                points,
                new Draws(k, draws, seed),
                found -> agreements[done[0]++] = Quality.adjustedRand(result.labels(), found));
        return new Trial(
                k,
                Arrays.stream(agreements).average().orElse(1),
                Arrays.stream(agreements).min().orElse(1),
                Quality.silhouette(points, result.labels()),
                Quality.calinskiHarabasz(points, result));
    }

    /**
     * How much of each cluster is found again, in a sample of {@code points} that is redrawn: the mean of its best Jaccard coefficients, 0 to 1.
     * A cluster of which the sample has nobody is not found at all.
     */
    static double[] recurrence(Points points, KMeans.Result result, long seed) {
        int k = result.centres().length / points.dimensions();
        Points sample = sample(points, seed);
        int[] labels = nearest(sample, result.centres());
        double[] sums = new double[k];
        redraw(sample, new Draws(k, DRAWS, seed), found -> {
            double[] again = Quality.jaccard(labels, found, k);
            Arrays.setAll(sums, c -> sums[c] + again[c]);
        });
        return Arrays.stream(sums).map(sum -> sum / DRAWS).toArray();
    }

    private record Draws(int clusters, int many, long seed) {}

    /** Clusters that are found when points are drawn anew; each point of before is in the cluster whose centre is nearest, drawn or not. */
    private static void redraw(Points points, Draws draws, Consumer<int[]> found) {
        SplittableRandom random = new SplittableRandom(draws.seed);
        for (int i = 0; i < draws.many; i++) {
            Points redrawn = points.choose(draw(random, points.size(), points.size()));
            KMeans.Result result = KMeans.run(redrawn, draws.clusters, STARTS_OF_DRAWS, draws.seed + i);
            found.accept(nearest(points, result.centres()));
        }
    }

    /** The largest number that is stable and whose clusters lie apart nearly as well as the best; 2 if none is. */
    static int best(List<Trial> trials) {
        double clearest = trials.stream().mapToDouble(Trial::silhouette).max().orElse(0);
        return trials.stream()
                .filter(trial -> trial.stability >= .9 && trial.worst >= .8 && trial.silhouette >= clearest - .1)
                .mapToInt(Trial::clusters)
                .max()
                .orElse(2);
    }

    private static Points sample(Points points, long seed) {
        return points.size() <= SAMPLE
                ? points
                : points.choose(draw(new SplittableRandom(seed), points.size(), SAMPLE));
    }

    private static int[] draw(SplittableRandom random, int from, int many) {
        int[] drawn = new int[many];
        Arrays.setAll(drawn, i -> random.nextInt(from));
        return drawn;
    }

    private static int[] nearest(Points points, double[] centres) {
        int dimensions = points.dimensions();
        int[] labels = new int[points.size()];
        for (int i = 0; i < labels.length; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c * dimensions < centres.length; c++) {
                double distance = points.squaredDistance(i, centres, c * dimensions);
                if (distance < least) {
                    least = distance;
                    labels[i] = c;
                }
            }
        }
        return labels;
    }
}
