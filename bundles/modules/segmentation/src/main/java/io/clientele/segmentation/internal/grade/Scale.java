package io.clientele.segmentation.internal.grade;

import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.InvalidInputException.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says a scale of grades is.
 *
 * @param key names its fact, {@code grade.key}; never changes
 * @param fact a number that each customer has one of
 * @param margin how far beyond a limit a value must be to change the band, as a part of the limit
 * @param bands the best first
 * @param negative the band of those whose value is not above zero; null if they are graded as others are
 */
public record Scale(
        String key, String name, String fact, Method method, double margin, List<Band> bands, @Nullable Band negative) {
    /** What the names of facts of grades begin with. */
    public static final String FACTS = "grade.";

    private static final int LONGEST_NAME = 200;
    private static final int MOST_BANDS = 9;
    private static final int ENOUGH = 10;

    public Scale {
        bands = List.copyOf(bands);
    }

    /** The name of the fact that tells who is in which band. */
    public String factOfBand() {
        return FACTS + key;
    }

    /** Every band, also that of the negative. */
    List<Band> all() {
        List<Band> all = new ArrayList<>(bands);
        if (negative != null) {
            all.add(negative);
        }
        return all;
    }

    /** The key of a band by its number, null for none. */
    @Nullable
    String keyOf(int band) {
        return band < 0 ? null : all().get(band).key();
    }

    /** The number of the band with that key, or none. */
    int numberOf(@Nullable String band) {
        List<Band> all = all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(band)) {
                return i;
            }
        }
        return Ladder.NONE;
    }

    /** What a band is called; one that there is not any more is called as its key. */
    public String nameOf(String band) {
        return all().stream()
                .filter(each -> each.key().equals(band))
                .map(Band::name)
                .findFirst()
                .orElse(band);
    }

    Ladder ladder(List<Double> cuts) {
        return new Ladder(cuts, margin, negative != null);
    }

    /** The limits of all bands but the last. */
    List<Double> limits() {
        List<Double> limits = new ArrayList<>();
        for (Band band : bands.subList(0, bands.size() - 1)) {
            Double limit = band.limit();
            limits.add(limit == null ? 0 : limit);
        }
        return limits;
    }

    /** Whether these values are enough, and differ, so that they can be cut. */
    boolean suffices(double[] ascending) {
        int values = ascending.length;
        return method == Method.FIXED || (values >= ENOUGH * bands.size() && ascending[0] < ascending[values - 1]);
    }

    /** Refuses a scale that makes no sense, with all that is wrong at once. */
    void check() {
        List<Violation> violations = new ArrayList<>();
        require(
                key.matches("[a-z][A-Za-z0-9_]{0,39}"),
                new Violation(
                        "/key", "A key has 1 to 40 letters of a to z, digits or _, and begins with a small letter"),
                violations);
        require(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                new Violation("/name", "A name has 1 to " + LONGEST_NAME + " characters"),
                violations);
        require(
                margin >= 0 && margin <= .5,
                new Violation("/margin", "A margin is 0 to 0.5 (50 %) of the limit"),
                violations);
        require(
                bands.size() >= 2 && bands.size() <= MOST_BANDS,
                new Violation("/bands", "There are 2 to " + MOST_BANDS + " bands"),
                violations);
        bands(violations);
        if (violations.isEmpty()) {
            limits(violations);
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    private void bands(List<Violation> violations) {
        Set<String> keys = new HashSet<>();
        for (Band band : all()) {
            boolean plain = band.key().matches("[A-Za-z0-9+_]{1,20}") && keys.add(band.key());
            require(
                    plain && band.name().length() <= LONGEST_NAME,
                    new Violation(
                            "/bands", "Bands have different keys of 1 to 20 letters, digits, + or _, and short names"),
                    violations);
        }
    }

    private void limits(List<Violation> violations) {
        boolean wanted = method != Method.BREAKS;
        boolean shares = method == Method.PERCENTILE || method == Method.SHARE;
        double before = shares ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < bands.size(); i++) {
            Double limit = bands.get(i).limit();
            String at = "/bands/" + i + "/limit";
            if (!wanted || i == bands.size() - 1) {
                require(limit == null, new Violation(at, "This band has no limit"), violations);
            } else if (limit == null || !Double.isFinite(limit)) {
                violations.add(new Violation(at, "This band needs a limit"));
            } else {
                boolean fits = shares ? limit > before && limit < 1 : limit < before && Math.abs(limit) < 1e15;
                String rule = shares
                        ? "Limits grow from band to band, between 0 and 1 (100 %)"
                        : "Limits fall from band to band";
                require(fits, new Violation(at, rule), violations);
                before = limit;
            }
        }
    }

    private static void require(boolean condition, Violation violation, List<Violation> violations) {
        if (!condition) {
            violations.add(violation);
        }
    }
}
