package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What our classes use their bundle has or imports. Some bundles list their imports and leave out the rest, for the libraries inside them use much that nobody needs;
 * a package that is missing there is not missed before its class is asked for.
 */
class ImportsTest {
    private static final Path ASSEMBLY =
            Path.of(System.getProperty("clientele.root", ".."), "karaf-assembly/target/assembly");
    private static final String OURS = "io/clientele/";

    @TempDir
    Path folder;

    @Test
    void every_package_that_our_classes_use_is_imported_or_inside() throws IOException {
        List<Path> bundles = bundles();

        assertThat(bundles).hasSizeGreaterThan(10);
        assertThat(bundles.stream().flatMap(bundle -> missing(bundle).stream())).isEmpty();
    }

    @Test
    void a_package_that_is_not_imported_is_told_with_its_class_and_bundle() throws IOException {
        Path bundle = folder.resolve("io.clientele.planted.jar");
        String type = UsesMuch.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "io.clientele.planted");
        manifest.getMainAttributes().putValue("Import-Package", "javax.net.ssl;version=\"[1,2)\",org.xml.sax");
        try (OutputStream file = Files.newOutputStream(bundle);
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream planted = Objects.requireNonNull(getClass().getResourceAsStream("/" + type))) {
            jar.putNextEntry(new JarEntry(type));
            planted.transferTo(jar);
        }

        assertThat(missing(bundle))
                .containsExactly(
                        "io.clientele.planted: io.clientele.itests.ImportsTest$UsesMuch uses javax.crypto",
                        "io.clientele.planted: io.clientele.itests.ImportsTest$UsesMuch uses javax.security.auth");
    }

    /** Names packages in its code, in the type of a field, in an array and in what it is given. */
    @SuppressWarnings("unused")
    static final class UsesMuch {
        javax.security.auth.@Nullable Subject subject;

        static Object used(javax.net.ssl.SSLContext given) throws Exception {
            return javax.crypto.Mac.getInstance("none").getProvider() == null ? given : new org.xml.sax.InputSource[0];
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> system = Files.walk(ASSEMBLY.resolve("system/io/clientele"));
                Stream<Path> modules = Files.walk(ASSEMBLY.resolve("modules"))) {
            return Stream.concat(system, modules)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> missing(Path bundle) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            Set<String> there = new TreeSet<>(names(manifest.getValue("Import-Package")));
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            classes.forEach(entry -> there.add(packageOf(entry.getName())));
            return classes.stream()
                    .filter(entry -> entry.getName().startsWith(OURS))
                    .flatMap(entry -> used(jar, entry).stream()
                            .filter(used -> !there.contains(used))
                            .map(used -> manifest.getValue("Bundle-SymbolicName")
                                            .split(";", 2)[0] + ": "
                                    + entry.getName().replace(".class", "").replace('/', '.') + " uses " + used))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(bundle.toString(), e);
        }
    }

    private static Set<String> used(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return UsedPackages.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(entry.getName(), e);
        }
    }

    private static String packageOf(String entry) {
        return entry.substring(0, Math.max(0, entry.lastIndexOf('/'))).replace('/', '.');
    }

    /** The packages of a header; attributes may hold commas inside quotes. */
    private static Set<String> names(@Nullable String header) {
        return header == null
                ? Set.of()
                : Stream.of(header.replaceAll("\"[^\"]*\"", "").split(",", -1))
                        .flatMap(clause -> Stream.of(clause.split(";", -1)))
                        .map(String::strip)
                        .filter(part -> !part.contains("="))
                        .collect(Collectors.toSet());
    }
}
