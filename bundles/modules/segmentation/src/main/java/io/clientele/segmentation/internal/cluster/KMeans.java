package io.clientele.segmentation.internal.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Clusters with the least squares within, as far as some starts find them: k-means++ starts and Lloyd's rounds, with bounds that spare most
 * distances. The same points and seed always give the same clusters.
 */
public final class KMeans {
    private static final int MOST_ROUNDS = 300;

    private final Points points;
    private final int k;
    private final SplittableRandom random;

    private KMeans(Points points, int k, SplittableRandom random) {
        this.points = points;
        this.k = k;
        this.random = random;
    }

    /** Clusters as they were found. */
    public static final class Result {
        private final int[] labels;
        private final double[] centres;
        private final double inertia;

        Result(int[] labels, double[] centres, double inertia) {
            this.labels = labels;
            this.centres = centres;
            this.inertia = inertia;
        }

        /** The cluster of each point, from 0; not to be changed. */
        public int[] labels() {
            return labels;
        }

        /** The centres, one after the other; not to be changed. */
        double[] centres() {
            return centres;
        }

        /** The sum of the squares of the distances to the centres. */
        public double inertia() {
            return inertia;
        }

        /** How many points are in each cluster. */
        public int[] sizes() {
            int[] sizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
            for (int label : labels) {
                sizes[label]++;
            }
            return sizes;
        }
    }

    /** The best of {@code starts} runs. */
    public static Result run(Points points, int k, int starts, long seed) {
        if (k < 1 || k > points.size()) {
            throw new IllegalArgumentException(k + " clusters of " + points.size() + " points");
        }
        KMeans means = new KMeans(points, k, new SplittableRandom(seed));
        Result best = means.once();
        for (int start = 1; start < starts; start++) {
            Result other = means.once();
            best = other.inertia() < best.inertia() ? other : best;
        }
        return best;
    }

    private Result once() {
        double[] centres = seeds();
        // Where the own centre is closer than half the way to the next, or than any other, nothing can change.
        Bounds bounds = new Bounds(points.size());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean moved = assign(centres, bounds);
            if (!moved && round > 0) {
                break;
            }
            double[] next = centres(bounds.labels, centres);
            shift(centres, next, bounds);
            centres = next;
        }
        double inertia = 0;
        for (int i = 0; i < points.size(); i++) {
            inertia += points.squaredDistance(i, centres, bounds.labels[i] * points.dimensions());
        }
        return new Result(bounds.labels, centres, inertia);
    }

    /** What is known of each point: its cluster, how far its centre is at most, and every other at least. */
    private static final class Bounds {
        private final int[] labels;
        private final double[] upper;
        private final double[] lower;

        Bounds(int points) {
            labels = new int[points];
            upper = new double[points];
            lower = new double[points];
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
        }
    }

    private boolean assign(double[] centres, Bounds bounds) {
        double[] halves = halfToNearest(centres);
        boolean moved = false;
        int dimensions = points.dimensions();
        for (int i = 0; i < bounds.labels.length; i++) {
            int label = bounds.labels[i];
            double safe = Math.max(bounds.lower[i], halves[label]);
            if (bounds.upper[i] <= safe) {
                continue;
            }
            bounds.upper[i] = Math.sqrt(points.squaredDistance(i, centres, label * dimensions));
            if (bounds.upper[i] <= safe) {
                continue;
            }
            double first = Double.POSITIVE_INFINITY;
            double second = Double.POSITIVE_INFINITY;
            int nearest = label;
            for (int c = 0; c < k; c++) {
                double distance = points.squaredDistance(i, centres, c * dimensions);
                if (distance < first) {
                    second = first;
                    first = distance;
                    nearest = c;
                } else if (distance < second) {
                    second = distance;
                }
            }
            moved |= nearest != label;
            bounds.labels[i] = nearest;
            bounds.upper[i] = Math.sqrt(first);
            bounds.lower[i] = Math.sqrt(second);
        }
        return moved;
    }

    private double[] halfToNearest(double[] centres) {
        Points all = new Points(centres, points.dimensions());
        double[] halves = new double[k];
        for (int a = 0; a < k; a++) {
            double least = Double.POSITIVE_INFINITY;
            for (int b = 0; b < k; b++) {
                if (a != b) {
                    least = Math.min(least, all.squaredDistance(a, centres, b * points.dimensions()));
                }
            }
            halves[a] = Math.sqrt(least) / 2;
        }
        return halves;
    }

    /** The means of the clusters; an empty one keeps its centre. */
    private double[] centres(int[] labels, double[] before) {
        int dimensions = points.dimensions();
        double[] sums = new double[k * dimensions];
        int[] counts = new int[k];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]]++;
            for (int d = 0; d < dimensions; d++) {
                sums[labels[i] * dimensions + d] += points.at(i, d);
            }
        }
        for (int j = 0; j < sums.length; j++) {
            int count = counts[j / dimensions];
            sums[j] = count == 0 ? before[j] : sums[j] / count;
        }
        return sums;
    }

    /** Centres that went some way leave the bounds that much looser. */
    private void shift(double[] before, double[] after, Bounds bounds) {
        int dimensions = points.dimensions();
        Points from = new Points(before, dimensions);
        double[] ways = new double[k];
        double longest = 0;
        for (int c = 0; c < k; c++) {
            ways[c] = Math.sqrt(from.squaredDistance(c, after, c * dimensions));
            longest = Math.max(longest, ways[c]);
        }
        for (int i = 0; i < bounds.labels.length; i++) {
            bounds.upper[i] += ways[bounds.labels[i]];
            bounds.lower[i] -= longest;
        }
    }

    /** Starts far from each other: each next centre is a point drawn by the square of its distance to those there are. */
    private double[] seeds() {
        int dimensions = points.dimensions();
        int n = points.size();
        double[] centres = new double[k * dimensions];
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int chosen = random.nextInt(n);
        for (int c = 0; c < k; c++) {
            for (int d = 0; d < dimensions; d++) {
                centres[c * dimensions + d] = points.at(chosen, d);
            }
            double total = 0;
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], points.squaredDistance(i, centres, c * dimensions));
                total += nearest[i];
            }
            chosen = draw(nearest, total);
        }
        return centres;
    }

    private int draw(double[] weights, double total) {
        double left = random.nextDouble() * total;
        int last = 0;
        for (int i = 0; i < weights.length && left >= 0; i++) {
            left -= weights[i];
            last = i;
        }
        return last;
    }
}
