package io.clientele.bench;

import io.clientele.bench.measure.Report;
import io.clientele.bench.measure.Row;
import io.clientele.bench.scenario.Bed;
import io.clientele.bench.scenario.Profile;
import io.clientele.bench.scenario.Sizes;
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
        try (Postgres postgres = Postgres.start(directory, options.postgres())) {
            report.note(postgres.describe());
            Sizes sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
            Profile profile = new Profile(options.record(), Path.of("").toAbsolutePath(), report);
            Bed bed = new Bed(report, postgres, archive, directory, sizes, options.only(), profile);
            for (Suite suite : control ? List.of(Suite.CONTROL) : Suite.ALL) {
                if (control || options.wantsAny(suite.scenarios())) {
                    run(suite, bed);
                }
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

    private void run(Suite suite, Bed bed) {
        try {
            suite.work().run(bed);
        } catch (IOException | SQLException | RuntimeException e) {
            // The other suites can still be measured, and the table says that this one was not.
            failed = true;
            report.add(Row.failed(suite.name(), "", String.valueOf(e.getMessage())));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
