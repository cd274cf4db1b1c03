package io.clientele.cli.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** An archive of the shape of the real distribution, with a fake server in it. */
final class FakeDistribution {
    private final Path work;
    private int made;

    FakeDistribution(Path work) {
        this.work = work;
    }

    /** Makes an archive of a new name each time. */
    Path make(String behaviour, String format) throws IOException, InterruptedException {
        made++;
        Path source = work.resolve("source" + made);
        Path top = source.resolve("clientele-0.1.0");
        Path deep = top.resolve("system/" + "a-long-name/".repeat(12) + "bundle.jar");
        Files.createDirectories(deep.resolveSibling("."));
        Files.writeString(deep, "bundle " + made);
        Files.createDirectories(top.resolve("etc"));
        Files.writeString(top.resolve("etc/behaviour.cfg"), behaviour + "\n");
        Files.writeString(top.resolve("etc/io.clientele.rest.cfg"), "host = 127.0.0.1\nport = 8181\n");
        Files.writeString(top.resolve("etc/other.cfg"), "release = " + made + "\n");
        Files.createDirectories(top.resolve("bin"));
        Path script = top.resolve("bin/serve");
        Files.writeString(
                script,
                """
                #!/bin/sh
                home=$(cd "$(dirname "$0")/.." && pwd)
                exec "$JAVA_HOME/bin/java" -Xmx32m -cp '%s' %s "$home" "$CLIENTELE_DATA"
                """
                        .formatted(System.getProperty("java.class.path"), FakeServer.class.getName()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path archive = work.resolve("clientele-" + made + ".tar.gz");
        List<String> tar = List.of(
                "tar", "--format=" + format, "-czf", archive.toString(), "-C", source.toString(), "clientele-0.1.0");
        if (new ProcessBuilder(tar).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("tar failed");
        }
        return archive;
    }
}
