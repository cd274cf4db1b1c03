package io.clientele.cli.server;

import io.clientele.cli.console.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The directories of one installation: {@code root} is the source tree, {@code run} holds what is running. */
public record Home(Path root, Path run) {
    /** From the launcher's {@code clientele.root} and, if set, the variable CLIENTELE_HOME. */
    public static Home of(Map<String, String> environment) {
        Path root = Path.of(System.getProperty("clientele.root", "."))
                .toAbsolutePath()
                .normalize();
        String elsewhere = environment.getOrDefault("CLIENTELE_HOME", "");
        Path run =
                elsewhere.isBlank() ? root.resolve("run") : Path.of(elsewhere).toAbsolutePath();
        return new Home(root, run.normalize());
    }

    public Path server() {
        return run.resolve("server");
    }

    public Path etc() {
        return server().resolve("etc");
    }

    public Path data() {
        return run.resolve("data");
    }

    /** An API token of the first administrator, readable by the owner only. */
    public Path token() {
        return run.resolve("token");
    }

    Path state() {
        return run.resolve("server.properties");
    }

    Path consoleLog() {
        return run.resolve("console.log");
    }

    /** The newest distribution that Maven has made, if any. */
    public Optional<Path> distribution() {
        Path target = root.resolve("karaf-assembly/target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(Home::isDistribution).max(Comparator.comparing(Home::modified));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDistribution(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("clientele-") && name.endsWith(".tar.gz");
    }

    static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new FailureException("cannot read " + file + ": " + e.getMessage());
        }
    }
}
