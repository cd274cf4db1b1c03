package io.clientele.screens.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of a folder and of those in it. */
final class Scripts {
    private Scripts() {}

    /** Their places below the folder, in order; tests are none of the product's. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".js") && !name.endsWith(".test.js"))
                    .sorted()
                    .toList();
        }
    }
}
