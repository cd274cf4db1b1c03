package io.clientele.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the build has made, laid out as a repository that holds it once it is released. */
final class PublishedArtifacts {
    private static final Pattern NAME = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");
    private static final List<String> PLACES = List.of("bundles", "sdk");

    private final Path root;
    private final String version;

    PublishedArtifacts(Path root, String version) {
        this.root = root;
        this.version = version;
    }

    /** Copies every artifact of ours that a module may be built from. */
    void copyTo(Path repository) {
        try {
            copy(repository, "clientele", root.resolve("pom.xml"));
            for (String place : PLACES) {
                for (Path pom : poms(root.resolve(place))) {
                    Matcher name = NAME.matcher(Files.readString(pom));
                    if (name.find()) {
                        copy(repository, name.group(1), pom);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> poms(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(
                            file -> file.endsWith("pom.xml") && !file.toString().contains("/src/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private void copy(Path repository, String name, Path pom) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("io/clientele").resolve(name).resolve(version));
        String file = name + "-" + version;
        Files.copy(pom, folder.resolve(file + ".pom"));
        Path jar = pom.resolveSibling("target").resolve(file + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, folder.resolve(file + ".jar"));
        }
    }
}
