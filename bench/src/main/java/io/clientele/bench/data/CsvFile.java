package io.clientele.bench.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes customers as a comma-separated file in UTF-8, as another system would export them. */
public final class CsvFile {
    /** The header, in the order of the columns. */
    public static final List<String> HEADER = List.of(
            "kind",
            "name",
            "language",
            "status",
            "customer no",
            "email",
            "phone",
            "street",
            "city",
            "country",
            "tags",
            "team");

    private CsvFile() {}

    /** Writes a portion of {@code people}. */
    public static Path write(Path file, People people, Portion portion) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADER));
            out.write("\r\n");
            for (long number = portion.from(); number < portion.from() + portion.count(); number++) {
                out.write(line(people.person(number), portion.team(number)));
            }
        }
        return file;
    }

    private static String line(Person p, String team) {
        // None of the made-up values holds a comma or a quote.
        return String.join(
                        ",",
                        p.kind(),
                        p.name(),
                        p.language(),
                        p.status(),
                        p.externalId(),
                        p.email(),
                        p.phone(),
                        p.street(),
                        Cities.name(p.city()),
                        Cities.country(p.city()),
                        p.tag(),
                        team)
                + "\r\n";
    }

    /**
     * Which customers.
     *
     * @param from the first one's number
     * @param teams short ids of the teams they are shared out among; may be empty
     */
    public record Portion(long from, long count, List<String> teams) {
        /** The first {@code count}, of no team. */
        public static Portion first(long count) {
            return new Portion(0, count, List.of());
        }

        String team(long number) {
            // Mixed, so that a team is not every twentieth line of the file.
            return teams.isEmpty() ? "" : teams.get((int) (((number * 0x9E3779B97F4A7C15L) >>> 33) % teams.size()));
        }
    }
}
