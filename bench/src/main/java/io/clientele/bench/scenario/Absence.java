package io.clientele.bench.scenario;

import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** The module is away while as many changes happen as there are customers, as in two hours of a busy day, and comes back. */
final class Absence {
    private static final int SEGMENTS = 24;
    private static final int HANDFUL = 6_000;

    private final Bed bed;
    private final String database;

    Absence(Bed bed, String database) {
        this.bed = bed;
        this.database = database;
    }

    void run(Installation product, SegmentationModule module) throws IOException, SQLException {
        ManySegments segments = ManySegments.define(product.admin(), SEGMENTS);
        module.awaitCaughtUp();
        module.uninstall();
        int changes = bed.sizes().customers();
        String what = String.format(Locale.ROOT, "an absence with %,d changes", changes);
        bed.report().progress(what);
        String token = product.manager("bench-absence").api().token();
        long[] ids = Population.read(bed.postgres(), database).handful(1, HANDFUL);
        Updating updating = Updating.prepare(
                new ProductProtocol(token), product.distribution().port(), ids, 2_000_000);
        try (ClosedLoop loop = new ClosedLoop()) {
            var unused = loop.run(bed.target(product), updating, changes, 5);
        }
        long begin = System.nanoTime();
        module.install();
        module.awaitCaughtUp();
        double seconds = (System.nanoTime() - begin) / 1e9;
        bed.report()
                .add(Row.limit(
                        "members that a recomputation moves after " + what,
                        (double) segments.differences(),
                        0,
                        new Style("", 0, SEGMENTS + " segments")));
        bed.report().add(Row.reference("caught up after " + what, seconds, new Style("s", 1, "installation included")));
    }
}
