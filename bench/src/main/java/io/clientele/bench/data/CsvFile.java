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
            "kind", "name", "language", "status", "customer no", "email", "phone", "street", "city", "country", "tags");

    private CsvFile() {}

    /** Writes {@code count} customers starting with number {@code from}. */
    public static Path write(Path file, People people, long from, long count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADER));
            out.write("\r\n");
            for (long number = from; number < from + count; number++) {
                out.write(line(people.person(number)));
            }
        }
        return file;
    }

    private static String line(Person p) {
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
                        p.tag())
                + "\r\n";
    }
}
