package io.clientele.facts.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant to write. */
final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The candidate that takes the fewest slips of the hand, if that is few enough to be worth saying. */
    static Optional<String> to(String word, Collection<String> candidates) {
        int few = Math.max(1, Math.min(word.length(), LONGEST) / 3);
        String best = null;
        int least = few + 1;
        String wanted = word.toLowerCase(Locale.ROOT);
        for (String candidate : candidates) {
            if (word.length() <= LONGEST && Math.abs(candidate.length() - word.length()) < least) {
                int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best).or(() -> byLastPart(wanted, candidates));
    }

    /** People forget what stands before the dot: {@code city} for {@code address.city}. */
    private static Optional<String> byLastPart(String wanted, Collection<String> candidates) {
        return candidates.stream()
                .filter(c -> c.toLowerCase(Locale.ROOT).endsWith("." + wanted))
                .findFirst();
    }

    /** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] reused = beforeLast;
            beforeLast = last;
            last = row;
            row = reused;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
