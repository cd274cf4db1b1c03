package io.clientele.persistence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Bundle;

/** Finds the migrations that a bundle brings. */
final class MigrationFiles {
    private MigrationFiles() {}

    static List<Migration> of(Bundle bundle) {
        Map<String, String> files = new HashMap<>();
        var found = bundle.findEntries(Migration.FOLDER, "*.sql", false);
        if (found != null) {
            for (URL url : Collections.list(found)) {
                String path = url.getPath();
                try (InputStream in = url.openStream()) {
                    files.put(path.substring(path.lastIndexOf('/') + 1), text(in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Migration.of(files);
    }

    /** Outside OSGi: those in the jar or folder that the class comes from, since others on the class path have theirs. */
    static List<Migration> beside(Class<?> anchor) {
        try {
            Path place = place(anchor);
            return Migration.of(Files.isDirectory(place) ? inFolder(place.resolve(Migration.FOLDER)) : inJar(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file of the same jar or folder is. */
    static URI beside(Class<?> anchor, String file) {
        Path place = place(anchor);
        return Files.isDirectory(place)
                ? place.resolve(file).toUri()
                : URI.create("jar:" + place.toUri() + "!/" + file);
    }

    private static Path place(Class<?> anchor) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalArgumentException(anchor.getName() + " comes from no jar and no folder");
        }
        try {
            return Path.of(new URI(source.getLocation().toString()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(anchor.getName() + " comes from no file: " + source.getLocation(), e);
        }
    }

    private static Map<String, String> inFolder(Path folder) throws IOException {
        Map<String, String> files = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    files.put(String.valueOf(path.getFileName()), Files.readString(path));
                }
            }
        }
        return files;
    }

    private static Map<String, String> inJar(Path jar) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (name.startsWith(Migration.FOLDER + "/") && name.endsWith(".sql")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.put(name.substring(Migration.FOLDER.length() + 1), text(in));
                    }
                }
            }
        }
        return files;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
