package io.clientele.screens.build;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code node_modules} folder made of packages that lie in jars: each where the name in its own description says. */
final class NodeModules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESCRIPTION = "package.json";
    private static final Pattern NAME = Pattern.compile("(@[a-z0-9._-]+/)?[a-z0-9._-]+");

    /** Where jars of mvnpm keep what browsers do not load, such as declarations of types. */
    private static final String MORE = "META-INF/.more.tgz";

    private final Path folder;

    NodeModules(Path folder) {
        this.folder = folder;
    }

    void lay(Collection<File> archives) throws IOException {
        for (File archive : archives) {
            try (JarFile jar = new JarFile(archive)) {
                lay(jar);
            }
        }
    }

    private void lay(JarFile jar) throws IOException {
        Map<String, String> packages = packages(jar);
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (!entry.isDirectory() && !entry.getName().equals(MORE)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    copy(entry.getName(), in.readAllBytes(), packages);
                }
            }
        }
        JarEntry more = jar.getJarEntry(MORE);
        if (more != null) {
            try (InputStream in = jar.getInputStream(more)) {
                TarFile.read(in, (name, content) -> copy("META-INF/" + name, content, packages));
            }
        }
    }

    private void copy(String file, byte[] content, Map<String, String> packages) throws IOException {
        String root = rootOf(file, packages);
        if (root == null || file.endsWith(".map")) {
            return;
        }
        Path target = folder.resolve(packages.get(root))
                .resolve(file.substring(root.length()))
                .normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(file + " leads out of the folder");
        }
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            Files.write(target, content);
        }
    }

    /** The innermost package that a file belongs to. */
    private static @Nullable String rootOf(String file, Map<String, String> packages) {
        String found = null;
        for (String root : packages.keySet()) {
            if (file.startsWith(root) && (found == null || root.length() > found.length())) {
                found = root;
            }
        }
        return found;
    }

    /** Names of packages by the folder that they lie in. */
    private static Map<String, String> packages(JarFile jar) throws IOException {
        Map<String, String> packages = new TreeMap<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith("/" + DESCRIPTION)) {
                try (InputStream in = jar.getInputStream(entry)) {
                    String name = JSON.readTree(in).path("name").asText();
                    if (NAME.matcher(name).matches()) {
                        String file = entry.getName();
                        packages.put(file.substring(0, file.length() - DESCRIPTION.length()), name);
                    }
                }
            }
        }
        return packages;
    }
}
