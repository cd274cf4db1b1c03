package io.clientele.segmentation.internal.grade;

import io.clientele.segmentation.internal.numbers.NaturalBreaks;
import io.clientele.segmentation.internal.numbers.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Ways to find the least value of each band but the last, best first. */
public enum Method {
    /** Values that somebody gave. */
    FIXED {
        @Override
        List<Double> cut(double[] ascending, List<Double> limits) {
            return limits;
        }
    },
    /** So much of all customers is in a band and the better ones; who equals the last of them is too. */
    PERCENTILE {
        @Override
        List<Double> cut(double[] ascending, List<Double> limits) {
            int n = ascending.length;
            return limits.stream()
                    .map(limit -> ascending[Math.max(0, n - (int) Math.ceil(limit * n - ROUNDING))])
                    .toList();
        }
    },
    /** So much of the whole value is held by a band and the better ones, with who crosses that line and all who equal them. */
    SHARE {
        @Override
        List<Double> cut(double[] ascending, List<Double> limits) {
            double total = 0;
            for (double value : ascending) {
                total += Math.max(0, value);
            }
            List<Double> cuts = new ArrayList<>();
            int place = ascending.length;
            double sum = 0;
            for (double limit : limits) {
                while (place > 0 && sum < limit * total - ROUNDING * total) {
                    sum += Math.max(0, ascending[--place]);
                }
                cuts.add(ascending[Math.min(place, ascending.length - 1)]);
            }
            return cuts;
        }
    },
    /** Where values lie apart, on a scale on which doubling is a step of one length: else the richest few would be bands of their own. */
    BREAKS {
        @Override
        List<Double> cut(double[] ascending, List<Double> limits) {
            int n = Math.min(ascending.length, POINTS);
            double[] points = new double[n];
            for (int i = 0; i < n; i++) {
                double value = Quantiles.type7(ascending, n == 1 ? 1 : (double) i / (n - 1));
                points[i] = Math.signum(value) * Math.log1p(Math.abs(value));
            }
            List<Double> upper = NaturalBreaks.of(points, limits.size() + 1).upper();
            List<Double> cuts = new ArrayList<>();
            for (int i = 0; i < limits.size(); i++) {
                int next = Quantiles.upTo(ascending, raw(upper.get(i)));
                cuts.add(0, ascending[Math.min(next, ascending.length - 1)]);
            }
            return Collections.unmodifiableList(cuts);
        }
    };

    private static final double ROUNDING = 1e-9;
    private static final int POINTS = 2_000;

    private final String code = name().toLowerCase(Locale.ROOT);

    /**
     * The least values, descending, of {@code ascending}, of which there is one at least for each band.
     *
     * @param limits of all bands but the last
     */
    abstract List<Double> cut(double[] ascending, List<Double> limits);

    /** The word for it in requests and answers. */
    public String code() {
        return code;
    }

    /** A little more than the value behind a logarithm, so that the value itself is not above it. */
    private static double raw(double logarithm) {
        double value = Math.signum(logarithm) * Math.expm1(Math.abs(logarithm));
        return value + Math.abs(value) * ROUNDING;
    }
}
