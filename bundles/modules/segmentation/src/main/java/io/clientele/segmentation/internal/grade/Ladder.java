package io.clientele.segmentation.internal.grade;

import java.util.List;

/**
 * Which band a value belongs to, for a customer who was in one before: it takes more to leave a band than to stay, so that nobody goes back and
 * forth. Bands are counted from 0, the best.
 *
 * @param cuts the least value of each band but the last, descending
 * @param margin how far beyond a cut a value must be to change the band, as a part of the cut
 * @param negative whether what is not above zero is a band of its own, after the last
 */
record Ladder(List<Double> cuts, double margin, boolean negative) {
    /** No band: the value is not known, or was not. */
    static final int NONE = -1;

    Ladder {
        cuts = List.copyOf(cuts);
    }

    int of(double value, int before) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (negative && value <= 0) {
            return cuts.size() + 1;
        }
        if (before < 0 || before > cuts.size()) {
            return reached(value, 0);
        }
        // A cut that is raised is reached late, one that is lowered is lost late.
        int notWorse = reached(value, margin);
        int notBetter = reached(value, -margin);
        return Math.max(Math.min(before, notWorse), notBetter);
    }

    private int reached(double value, double raised) {
        for (int band = 0; band < cuts.size(); band++) {
            double cut = cuts.get(band);
            if (value >= cut + raised * Math.abs(cut)) {
                return band;
            }
        }
        return cuts.size();
    }
}
