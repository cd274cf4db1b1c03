package io.clientele.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the command line asked for.
 *
 * @param quick small sizes, to see that everything runs
 * @param only scenarios to run; empty for all
 * @param json file for the figures
 * @param record whether to profile the product after each scenario
 * @param archive the packed distribution, if another than the one built last
 * @param postgres where an installed PostgreSQL is, if that is to be used
 */
record Options(
        boolean quick,
        Set<String> only,
        Optional<Path> json,
        boolean record,
        Optional<Path> archive,
        Optional<Path> postgres) {
    static final String USAGE =
            """
            usage: bench [--quick] [--only a,b] [--json FILE] [--jfr] [--dist ARCHIVE] [--postgres DIR]
              --quick   small sizes: shows that everything runs, its figures say nothing
              --only    of: start outage read city prefix create update mix import growth three swap archives handlers web
                        segments embedded current absence rfm kmeans control
              --json    writes the figures to a file as well
              --jfr     records the product after each scenario and prints its busiest methods
              --dist    the packed distribution; default: the one in karaf-assembly/target
              --postgres  an installed PostgreSQL, such as /usr/lib/postgresql/16; default: the one that comes with the bench
            """;

    static Options parse(String[] arguments) {
        boolean quick = false;
        boolean profile = false;
        Set<String> only = new LinkedHashSet<>();
        Optional<Path> json = Optional.empty();
        Optional<Path> archive = Optional.empty();
        Optional<Path> postgres = Optional.empty();
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--quick" -> quick = true;
                case "--jfr" -> profile = true;
                case "--only" -> only.addAll(scenarios(value(option, rest)));
                case "--json" -> json = Optional.of(Path.of(value(option, rest)));
                case "--dist" -> archive = Optional.of(Path.of(value(option, rest)));
                case "--postgres" -> postgres = Optional.of(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Options(quick, only, json, profile, archive, postgres);
    }

    private static List<String> scenarios(String names) {
        List<String> wanted = List.of(names.split(",", -1));
        for (String name : wanted) {
            if (!Suite.scenariosOfAll().contains(name)
                    && !Suite.CONTROL.scenarios().contains(name)) {
                throw new IllegalArgumentException("unknown scenario " + name);
            }
        }
        return wanted;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    /** The packed distribution, found from the root of the source tree or from this module's directory. */
    Path distribution() throws IOException {
        if (archive.isPresent()) {
            return archive.get().toAbsolutePath();
        }
        for (Path directory : new Path[] {Path.of("karaf-assembly/target"), Path.of("../karaf-assembly/target")}) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.list(directory)) {
                    Optional<Path> found = files.filter(
                                    file -> file.getFileName().toString().matches("clientele-.*\\.tar\\.gz"))
                            .findFirst();
                    if (found.isPresent()) {
                        return found.get().toAbsolutePath();
                    }
                }
            }
        }
        throw new IllegalArgumentException(
                "no distribution in karaf-assembly/target; build it first, or name it with --dist");
    }

    /** Whether any of those scenarios was asked for. */
    boolean wantsAny(Iterable<String> scenarios) {
        if (only.isEmpty()) {
            return true;
        }
        for (String scenario : scenarios) {
            if (only.contains(scenario)) {
                return true;
            }
        }
        return false;
    }
}
