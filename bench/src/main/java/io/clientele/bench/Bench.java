package io.clientele.bench;

import io.clientele.bench.measure.Report;
import io.clientele.bench.measure.Row;
import io.clientele.bench.scenario.Bed;
import io.clientele.bench.scenario.Control;
import io.clientele.bench.scenario.Growth;
import io.clientele.bench.scenario.Outage;
import io.clientele.bench.scenario.Profile;
import io.clientele.bench.scenario.Requests;
import io.clientele.bench.scenario.Segmentation;
import io.clientele.bench.scenario.Sizes;
import io.clientele.bench.scenario.Starts;
import io.clientele.bench.scenario.Swaps;
import io.clientele.bench.scenario.Web;
import io.clientele.bench.server.Postgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures what the product promises and prints it as a table. Ends with 1 if something could not be measured. */
public final class Bench {
    private final Options options;
    private final Report report = new Report();
    private boolean failed;

    private Bench(Options options) {
        this.options = options;
    }

    /** Runs what the arguments ask for; see {@link Options#USAGE}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        try {
            System.exit(new Bench(Options.parse(arguments)).run());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        }
    }

    private int run() throws IOException, SQLException {
        boolean control = options.only().contains("control");
        Path archive = control
                        && options.only().stream().noneMatch("start"::equals)
                        && options.archive().isEmpty()
                ? Path.of("")
                : options.distribution();
        Path directory = Files.createTempDirectory("clientele-bench");
        try (Postgres postgres = Postgres.start(directory)) {
            Sizes sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
            Profile profile = new Profile(options.record(), Path.of("").toAbsolutePath(), report);
            Bed bed = new Bed(report, postgres, archive, directory, sizes, options.only(), profile);
            if (control) {
                suite("control", new Control(bed)::run);
            } else {
                all(bed);
            }
        } finally {
            delete(directory);
        }
        if (options.quick()) {
            report.note("QUICK RUN: the sizes are too small for any of these figures to be quoted");
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report.render());
        if (options.json().isPresent()) {
            report.write(options.json().get());
        }
        return failed ? 1 : 0;
    }

    private void all(Bed bed) {
        if (options.wantsAny(List.of("start"))) {
            suite("start", new Starts(bed)::run);
        }
        if (options.wantsAny(Requests.SCENARIOS)) {
            suite("requests", new Requests(bed)::run);
        }
        if (options.wantsAny(Outage.SCENARIOS)) {
            suite("outage", new Outage(bed)::run);
        }
        if (options.wantsAny(Growth.SCENARIOS)) {
            suite("growth", new Growth(bed)::run);
        }
        if (options.wantsAny(Swaps.SCENARIOS)) {
            suite("swap", new Swaps(bed)::run);
        }
        if (options.wantsAny(Segmentation.SCENARIOS)) {
            suite("segmentation", new Segmentation(bed)::run);
        }
        if (options.wantsAny(Web.SCENARIOS)) {
            suite("web", new Web(bed)::run);
        }
    }

    private void suite(String name, Suite suite) {
        try {
            suite.run();
        } catch (IOException | SQLException | RuntimeException e) {
            // The other suites can still be measured, and the table says that this one was not.
            failed = true;
            report.add(Row.failed(name, "", String.valueOf(e.getMessage())));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private interface Suite {
        void run() throws IOException, SQLException;
    }
}
