package io.clientele.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the log of a server. */
final class Logs {
    private Logs() {}

    /** The newest log in the data directory; what the process printed, when it came to no log of its own. */
    static Path of(Home home, Path data) throws IOException {
        Path directory = data.resolve("log");
        if (!Files.isDirectory(directory)) {
            return home.consoleLog();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparing(Home::modified))
                    .orElse(home.consoleLog());
        }
    }
}
