package io.clientele.bench.scenario;

import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.measure.Report;
import io.clientele.bench.server.Flight;
import java.io.IOException;
import java.nio.file.Path;

/** Where the product spends its time, recorded after the measured rounds so that the recording costs them nothing. */
public record Profile(boolean wanted, Path directory, Report report) {
    private static final int ROUNDS = 15;

    /** Asks {@code side} for more of the same while its Java process records, and tells the busiest methods. */
    void record(String scenario, Side side, long javaPid, Sizes sizes) throws IOException {
        if (!wanted) {
            return;
        }
        Path file = directory.resolve(scenario + ".jfr");
        Flight flight = Flight.start(javaPid, file);
        try (ClosedLoop loop = new ClosedLoop()) {
            loop.run(side.target(), side.workload(), sizes.round() * ROUNDS, Integer.MAX_VALUE);
        }
        report.note("profile of " + scenario + " (" + file + "):\n" + flight.stop());
    }
}
