package io.clientele.segmentation.internal.rfm;

import java.util.Collections;
import java.util.List;

/** The scores of all who bought, in the order of the summaries they were made of. */
public final class Scores {
    private static final double[] NO_CUTS = {};

    private final RfmSettings settings;
    private final int[] recency;
    private final int[] frequency;
    private final int[] money;

    private Scores(RfmSettings settings, int[] recency, int[] frequency, int[] money) {
        this.settings = settings;
        this.recency = recency;
        this.frequency = frequency;
        this.money = money;
    }

    /** Whether there are enough customers for scores that compare them with each other; by fixed thresholds there always are. */
    public static boolean suffice(RfmSettings settings, int customers) {
        return settings.scoring() == Scoring.FIXED || customers >= 10 * settings.classes();
    }

    /** Scores as of {@code today}, in days since 1970-01-01. */
    public static Scores of(RfmSettings settings, Summaries summaries, long today) {
        RfmSettings.Thresholds given = settings.thresholds();
        double[] r = given == null ? NO_CUTS : recencyCuts(given.recencyDays());
        double[] f = given == null ? NO_CUTS : cuts(given.frequency());
        double[] m = given == null ? NO_CUTS : cuts(given.money());
        int k = settings.classes();
        // Equal shares of recency are shares of how much closer to today somebody is than the one who is away longest.
        double[] recencies = summaries.recency(today);
        if (settings.scoring() == Scoring.EQUAL_VALUE) {
            shift(recencies);
        }
        return new Scores(
                settings,
                settings.scoring().score(recencies, k, r),
                settings.scoring().score(summaries.frequency(), k, f),
                settings.scoring().score(summaries.money(), k, m));
    }

    private static double[] recencyCuts(List<Double> days) {
        return days.stream()
                .sorted(Collections.reverseOrder())
                .mapToDouble(d -> -d)
                .toArray();
    }

    private static double[] cuts(List<Double> from) {
        return from.stream().mapToDouble(d -> d).sorted().toArray();
    }

    private static void shift(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= least;
        }
    }

    /** What one customer scored. */
    public record Score(int recency, int frequency, int money, int composite, String group) {
        /** The three as one number, such as 554. */
        public int cell() {
            return Scores.cell(recency, frequency, money);
        }
    }

    private static int cell(int recency, int frequency, int money) {
        return 100 * recency + 10 * frequency + money;
    }

    /** What the customer at a place scored, as one number. */
    int cell(int i) {
        return cell(recency[i], frequency[i], money[i]);
    }

    public Score get(int i) {
        RfmSettings.Triple weights = settings.weights();
        int composite =
                weights.recency() * recency[i] + weights.frequency() * frequency[i] + weights.money() * money[i];
        return new Score(
                recency[i], frequency[i], money[i], composite, settings.group(recency[i], frequency[i], money[i]));
    }
}
