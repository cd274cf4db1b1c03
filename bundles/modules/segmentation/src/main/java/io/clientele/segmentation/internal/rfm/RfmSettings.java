package io.clientele.segmentation.internal.rfm;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How purchases become scores.
 *
 * @param classes how many scores there are, 2 to 9
 * @param currency what money is counted in; purchases in others count as purchases only
 * @param windowDays how many days count, today included; null for all
 * @param countZeroAmountDays whether a day on which a customer paid nothing for something counts as a purchase
 * @param weights of recency, frequency and money in the composite
 * @param thresholds of {@link Scoring#FIXED}
 * @param groups names for some scores; the first that fits counts
 */
public record RfmSettings(
        Scoring scoring,
        int classes,
        String currency,
        @Nullable Integer windowDays,
        boolean countZeroAmountDays,
        Triple weights,
        @Nullable Thresholds thresholds,
        List<Group> groups) {
    private static final int MOST_GROUPS = 50;
    private static final int MOST_DAYS = 36_500;
    private static final int LEAST_CLASSES = 2;
    private static final int MOST_CLASSES = 9;

    public RfmSettings {
        groups = List.copyOf(groups);
    }

    /** Five classes by middle ranks, in this currency, of all time. */
    public static RfmSettings standard(String currency) {
        return new RfmSettings(Scoring.MIDRANK, 5, currency, null, false, new Triple(3, 2, 1), null, Group.STANDARD);
    }

    /** A number for each of the three. */
    public record Triple(int recency, int frequency, int money) {}

    /**
     * Where a better score begins, one less of each than there are classes.
     *
     * @param recencyDays at most so many days ago
     * @param frequency at least so many purchases
     * @param money at least so much
     */
    public record Thresholds(List<Double> recencyDays, List<Double> frequency, List<Double> money) {
        public Thresholds {
            recencyDays = List.copyOf(recencyDays);
            frequency = List.copyOf(frequency);
            money = List.copyOf(money);
        }
    }

    /** From one score to another, both included. */
    public record Span(int from, int to) {
        boolean includes(int score) {
            return from <= score && score <= to;
        }

        boolean sensible() {
            return 1 <= from && from <= to;
        }
    }

    /** A name for some combinations of scores. */
    public record Group(String key, Map<String, String> label, Span recency, Span frequency, Span money) {
        private static final Span ANY = new Span(1, 9);

        /** The groups that are there before anybody defines others, of five classes. */
        public static final List<Group> STANDARD = standard(5);

        public Group {
            Objects.requireNonNull(key, "key");
            label = Map.copyOf(label);
            Objects.requireNonNull(recency, "recency");
            Objects.requireNonNull(frequency, "frequency");
            Objects.requireNonNull(money, "money");
        }

        /** The standard groups: the best two fifths of the classes are high, the worst two are low, and recency has a middle if there are three classes. */
        public static List<Group> standard(int classes) {
            int k = Math.min(MOST_CLASSES, Math.max(LEAST_CLASSES, classes));
            int fifths = (2 * k + 2) / 5;
            Span rare = new Span(1, k - fifths);
            Span often = new Span(k - fifths + 1, k);
            Span old = new Span(1, fifths);
            Span recent = new Span(Math.min(k, Math.max(fifths + 2, k - fifths + 1)), k);
            Span middle = new Span(fifths + 1, recent.from - 1);
            return Stream.of(
                            of("champions", "Champions|重要价值客户", recent, often),
                            of("loyal", "Loyal|忠诚客户", new Span(middle.from, k), often),
                            of("promising", "New and promising|新客户", recent, rare),
                            of("attention", "Needing attention|需要关注", middle, rare),
                            of("atRisk", "At risk|流失风险", old, often),
                            of("lost", "Lost|已流失", old, rare))
                    .filter(group -> group.recency.sensible())
                    .toList();
        }

        /** The same groups, but those that are the standard of any number of classes become that of {@code classes}. */
        public static List<Group> fitting(List<Group> groups, int classes) {
            boolean standard =
                    IntStream.rangeClosed(LEAST_CLASSES, MOST_CLASSES).anyMatch(k -> groups.equals(standard(k)));
            return standard ? standard(classes) : groups;
        }

        private static Group of(String key, String label, Span recency, Span frequency) {
            String[] texts = label.split("\\|", 2);
            return new Group(key, Map.of("en", texts[0], "zh", texts[1]), recency, frequency, ANY);
        }

        boolean includes(int r, int f, int m) {
            return recency.includes(r) && frequency.includes(f) && money.includes(m);
        }
    }

    /** Refuses settings that make no sense, with all that is wrong at once. */
    public void check() {
        List<Violation> violations = new ArrayList<>();
        boolean several = classes >= LEAST_CLASSES && classes <= MOST_CLASSES;
        require(several, "/classes", "There are 2 to 9 classes", violations);
        require(isCurrency(currency), "/currency", "A currency is a code of ISO 4217, such as EUR", violations);
        boolean sensible = windowDays == null || (windowDays >= 1 && windowDays <= MOST_DAYS);
        require(sensible, "/windowDays", "A window has 1 to " + MOST_DAYS + " days", violations);
        boolean weighted = weights.recency >= 0 && weights.frequency >= 0 && weights.money >= 0;
        long sum = (long) weights.recency + weights.frequency + weights.money;
        require(weighted && sum >= 1 && sum <= 100, "/weights", "Weights add up to 1 to 100", violations);
        boolean given = thresholds != null
                && List.of(thresholds.recencyDays, thresholds.frequency, thresholds.money).stream()
                        .allMatch(each -> each.size() == classes - 1);
        require(
                scoring != Scoring.FIXED || given,
                "/thresholds",
                "Fixed scores need " + (classes - 1) + " thresholds each",
                violations);
        checkGroups(violations);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void checkGroups(List<Violation> violations) {
        Set<String> keys = new HashSet<>();
        groups.forEach(group -> keys.add(group.key));
        boolean named = keys.size() == groups.size()
                && groups.size() <= MOST_GROUPS
                && keys.stream().allMatch(key -> key.matches("[a-z][A-Za-z0-9]{0,39}"));
        require(named, "/groups", "Groups have different keys of letters and digits, and are 50 at most", violations);
        boolean spanned = groups.stream()
                .flatMap(group -> Stream.of(group.recency, group.frequency, group.money))
                .allMatch(Span::sensible);
        require(spanned, "/groups", "A group goes from a score of at least 1 to one that is not lower", violations);
    }

    private static void require(boolean condition, String pointer, String detail, List<Violation> violations) {
        if (!condition) {
            violations.add(new Violation(pointer, detail));
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The name of the first group that fits, or {@code other}. */
    String group(int r, int f, int m) {
        return groups.stream()
                .filter(group -> group.includes(r, f, m))
                .map(Group::key)
                .findFirst()
                .orElse("other");
    }
}
