package io.clientele.bench.scenario;

import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What the database alone needs to take in the same rows by COPY: no import can be cheaper. */
final class CopyReference {
    private CopyReference() {}

    static void measure(Bed bed, String database) throws IOException, SQLException {
        Path file = bed.directory().resolve("copy.txt");
        bed.postgres().execute(database, "copy registry_customer to '" + file + "'");
        for (String indexes : new String[] {"", " including indexes"}) {
            bed.postgres().execute(database, "create table copy_reference (like registry_customer" + indexes + ")");
            long before = bed.postgres().tree().cpuNanos();
            bed.postgres().execute(database, "copy copy_reference from '" + file + "'");
            double micros = (bed.postgres().tree().cpuNanos() - before)
                    / 1e3
                    / bed.sizes().many();
            bed.postgres().execute(database, "drop table copy_reference");
            bed.report()
                    .add(Row.reference(
                            "COPY of the same rows" + indexes + ", CPU per row",
                            micros,
                            new Style("µs", 1, "registry_customer alone")));
        }
    }
}
