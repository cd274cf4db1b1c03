package io.clientele.bench.scenario;

import io.clientele.kernel.ShortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Four regions of five teams each: the region's own and those of its offices. */
record Teams(List<List<Long>> trees) {
    private static final int REGIONS = 4;
    private static final int OFFICES = 4;

    static Teams found(Installation product) {
        List<List<Long>> trees = new ArrayList<>();
        for (int region = 0; region < REGIONS; region++) {
            List<Long> teams = new ArrayList<>();
            long top = product.team("Region " + region, Optional.empty());
            teams.add(top);
            for (int office = 0; office < OFFICES; office++) {
                teams.add(product.team("Office " + region + "." + office, Optional.of(top)));
            }
            trees.add(teams);
        }
        return new Teams(trees);
    }

    /** One region: its own team first, then those below. */
    List<Long> oneTree() {
        return trees.get(0);
    }

    /** All of them, as the product writes them. */
    List<String> all() {
        return trees.stream().flatMap(List::stream).map(ShortId::format).toList();
    }
}
