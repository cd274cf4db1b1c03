package io.clientele.segmentation.internal.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How good clusters are, and how alike two ways of clustering the same points. */
public final class Quality {
    private Quality() {}

    /**
     * The mean silhouette: how much closer points are to their own cluster than to the next, −1 to 1. Its time grows with the square of the
     * number of points.
     */
    public static double silhouette(Points points, int[] labels) {
        int n = points.size();
        int k = 0;
        for (int label : labels) {
            k = Math.max(k, label + 1);
        }
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        double total = 0;
        double[] sums = new double[k];
        double[] one = new double[points.dimensions()];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < one.length; d++) {
                one[d] = points.at(i, d);
            }
            Arrays.fill(sums, 0);
            for (int j = 0; j < n; j++) {
                sums[labels[j]] += Math.sqrt(points.squaredDistance(j, one, 0));
            }
            total += width(sums, sizes, labels[i]);
        }
        return total / n;
    }

    private static double width(double[] sums, int[] sizes, int own) {
        if (sizes[own] < 2) {
            return 0;
        }
        double inside = sums[own] / (sizes[own] - 1);
        double outside = Double.POSITIVE_INFINITY;
        for (int c = 0; c < sums.length; c++) {
            if (c != own && sizes[c] > 0) {
                outside = Math.min(outside, sums[c] / sizes[c]);
            }
        }
        double larger = Math.max(inside, outside);
        return larger == 0 ? 0 : (outside - inside) / larger;
    }

    /** The variance between clusters against that within (Calinski and Harabasz). */
    public static double calinskiHarabasz(Points points, KMeans.Result result) {
        int n = points.size();
        int k = result.sizes().length;
        double[] origin = new double[points.dimensions()];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < origin.length; d++) {
                origin[d] += points.at(i, d) / n;
            }
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += points.squaredDistance(i, origin, 0);
        }
        return (total - result.inertia()) / (k - 1) / (result.inertia() / (n - k));
    }

    /** The adjusted Rand index: 1 for the same clusters by whatever names, about 0 for chance. */
    public static double adjustedRand(int[] left, int[] right) {
        Map<Long, Long> both = new HashMap<>();
        Map<Long, Long> ofLeft = new HashMap<>();
        Map<Long, Long> ofRight = new HashMap<>();
        for (int i = 0; i < left.length; i++) {
            both.merge((long) left[i] << 32 | right[i], 1L, Long::sum);
            ofLeft.merge((long) left[i], 1L, Long::sum);
            ofRight.merge((long) right[i], 1L, Long::sum);
        }
        double together = pairs(both);
        double expected = pairs(ofLeft) * pairs(ofRight) / pairs(left.length);
        double most = (pairs(ofLeft) + pairs(ofRight)) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /** For each of {@code k} clusters of {@code labels} the best Jaccard coefficient with one of {@code found}, of the same points: 1 if it is there. */
    static double[] jaccard(int[] labels, int[] found, int k) {
        long[][] both = new long[k][k];
        long[] ofLabels = new long[k];
        long[] ofFound = new long[k];
        for (int i = 0; i < labels.length; i++) {
            both[labels[i]][found[i]]++;
            ofLabels[labels[i]]++;
            ofFound[found[i]]++;
        }
        double[] best = new double[k];
        for (int c = 0; c < k; c++) {
            for (int d = 0; d < k; d++) {
                long either = ofLabels[c] + ofFound[d] - both[c][d];
                best[c] = Math.max(best[c], either == 0 ? 0 : (double) both[c][d] / either);
            }
        }
        return best;
    }

    private static double pairs(Map<Long, Long> counts) {
        return counts.values().stream().mapToDouble(Quality::pairs).sum();
    }

    private static double pairs(long n) {
        return n * (n - 1) / 2.0;
    }
}
