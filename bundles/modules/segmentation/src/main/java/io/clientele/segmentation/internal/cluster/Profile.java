package io.clientele.segmentation.internal.cluster;

import io.clientele.segmentation.internal.rfm.Summaries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a cluster have in common.
 *
 * @param cluster its number, from 1
 * @param days since they bought last, on average
 * @param words the same against all customers, such as {@code bought recently, often, spends much}
 * @param stability how much of the cluster is found again when customers are drawn anew: the mean Jaccard coefficient, 0 to 1; null in what was
 *     found by earlier versions
 * @param verdict the same in words: {@code unstable}, {@code doubtful}, {@code stable} or {@code highly stable}
 */
public record Profile(
        int cluster,
        int customers,
        double days,
        double frequency,
        double money,
        String words,
        @Nullable Double stability,
        @Nullable String verdict) {
    private static final double WORTH_A_WORD = .5;

    /** What profiles are made of beside the customers; {@code stability} has one for each cluster. */
    record Frame(Points points, List<Double> stability, long today) {}

    /** The same cluster, told by some of its customers. */
    Profile of(ClusterTable.Means means) {
        return new Profile(
                cluster, means.customers(), means.days(), means.frequency(), means.money(), words, stability, verdict);
    }

    /** The profiles of all clusters; {@code labels} are their numbers, of the customers of the same places. */
    static List<Profile> all(int[] labels, Summaries summaries, Frame frame) {
        List<Profile> profiles = new ArrayList<>();
        for (int cluster = 1; cluster <= frame.stability.size(); cluster++) {
            profiles.add(of(cluster, labels, summaries, frame));
        }
        return profiles;
    }

    private static Profile of(int cluster, int[] labels, Summaries summaries, Frame frame) {
        double[] sums = new double[6];
        int size = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == cluster) {
                Summaries.Summary summary = summaries.get(i);
                sums[0] += Math.max(0, frame.today - summary.lastDay());
                sums[1] += summary.count();
                sums[2] += summary.money();
                for (int d = 0; d < 3; d++) {
                    sums[3 + d] += frame.points.at(i, d);
                }
                size++;
            }
        }
        int n = Math.max(1, size);
        double stability = frame.stability.get(cluster - 1);
        return new Profile(
                cluster,
                size,
                sums[0] / n,
                sums[1] / n,
                sums[2] / n,
                words(sums[3] / n, sums[4] / n, sums[5] / n),
                stability,
                Verdict.of(stability).words());
    }

    /** Half a standard deviation from the mean of all is worth a word. */
    private static String words(double days, double frequency, double money) {
        List<String> words = new ArrayList<>();
        words.add(word(days, "bought recently", "bought long ago"));
        words.add(word(frequency, "seldom", "often"));
        words.add(word(money, "spends little", "spends much"));
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? "like all customers" : String.join(", ", words);
    }

    private static String word(double value, String low, String high) {
        if (value > WORTH_A_WORD) {
            return high;
        }
        return value < -WORTH_A_WORD ? low : "";
    }
}
