package io.clientele.segmentation.internal.cluster;

import java.util.Locale;

/** How far a cluster can be relied on, by how much of it is found again when customers are drawn anew. */
enum Verdict {
    UNSTABLE,
    DOUBTFUL,
    STABLE,
    HIGHLY_STABLE;

    /** The limits that Hennig gives for mean Jaccard coefficients of redrawn clusters. */
    static Verdict of(double jaccard) {
        if (jaccard < .6) {
            return UNSTABLE;
        }
        if (jaccard < .75) {
            return DOUBTFUL;
        }
        return jaccard <= .85 ? STABLE : HIGHLY_STABLE;
    }

    /** The words for it in answers. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
