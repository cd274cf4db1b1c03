package io.clientele.segmentation.internal.grade;

import io.clientele.harness.TestCore;
import java.util.List;

/** What tests of other packages need of this one. */
public final class GradeParts {
    private GradeParts() {}

    public static KnownScales scales(TestCore core) {
        return new KnownScales(core.transactions());
    }

    /** A scale over what customers spent. */
    public static void spend(Grades grades) {
        List<Band> bands = List.of(new Band("A", "Gold", 100.0), new Band("B", "Silver", null));
        KeptScale unused = grades.add(new Scale("spend", "Spend", "rfm.money", Method.FIXED, .05, bands, null));
    }
}
