package io.clientele.segmentation.internal.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Decides how many clusters there are: as many as are found again when customers are drawn anew, and lie apart about as well as the best. */
public final class Choice {
    private static final int MOST_CLUSTERS = 8;
    private static final int SAMPLE = 3_000;
    private static final int DRAWS = 20;
    private static final int STARTS = 5;

    private Choice() {}

    /**
     * How well a number of clusters does.
     *
     * @param stability the mean agreement of clusters found in redrawn samples with those of the first
     * @param worst the least such agreement
     * @param silhouette how much closer customers are to their own cluster than to the next
     */
    public record Trial(int clusters, double stability, double worst, double silhouette) {}

    /** Tries 2 to 8 clusters on a sample of {@code points}. */
    static List<Trial> trials(Points points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Points sample = points.size() <= SAMPLE ? points : points.choose(draw(random, points.size(), SAMPLE));
        List<Trial> trials = new ArrayList<>();
        for (int k = 2; k <= Math.min(MOST_CLUSTERS, sample.size() - 1); k++) {
            int[] labels = KMeans.run(sample, k, STARTS, seed).labels();
            double sum = 0;
            double worst = 1;
            for (int i = 0; i < DRAWS; i++) {
                Points redrawn = sample.choose(draw(random, sample.size(), sample.size()));
                double[] centres = KMeans.run(redrawn, k, STARTS, seed + i).centres();
                double agreement = Quality.adjustedRand(labels, nearest(sample, centres));
                sum += agreement;
                worst = Math.min(worst, agreement);
            }
            trials.add(new Trial(k, sum / DRAWS, worst, Quality.silhouette(sample, labels)));
        }
        return trials;
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
