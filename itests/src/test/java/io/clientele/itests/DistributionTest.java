package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the distribution, read from its files. */
class DistributionTest {
    private static final Path ASSEMBLY =
            Path.of(System.getProperty("clientele.root", ".."), "karaf-assembly/target/assembly");

    @Test
    void holds_one_copy_of_each_library() throws IOException {
        Map<String, List<Path>> copies = jars().collect(Collectors.groupingBy(DistributionTest::artifact));

        assertThat(copies.values()).isNotEmpty().allSatisfy(paths -> assertThat(paths)
                .hasSize(1));
    }

    @Test
    void exports_each_package_from_one_bundle() throws IOException {
        Map<String, List<String>> exporters = jars().flatMap(jar ->
                        clauses(jar, "Export-Package").map(clause -> Map.entry(clause.split(";", 2)[0], artifact(jar))))
                .filter(e ->
                        e.getKey().startsWith("io.clientele") || !e.getKey().startsWith("org.osgi"))
                .filter(e -> !e.getKey().startsWith("org.slf4j") && !e.getKey().startsWith("org.apache.logging"))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(exporters.entrySet().stream()
                        .filter(e -> e.getValue().stream().distinct().count() > 1))
                .isEmpty();
    }

    @Test
    void has_no_optional_or_dynamic_import_in_our_own_bundles() throws IOException {
        List<String> loose = own().flatMap(jar -> Stream.concat(
                                clauses(jar, "DynamicImport-Package"),
                                clauses(jar, "Import-Package")
                                        .filter(clause -> clause.contains("resolution:=optional")))
                        .map(clause -> artifact(jar) + " " + clause))
                .toList();

        assertThat(loose).isEmpty();
    }

    @Test
    void exports_no_internal_package() throws IOException {
        assertThat(own().flatMap(jar -> clauses(jar, "Export-Package"))
                        .filter(c -> c.startsWith("io.clientele.") && c.contains(".internal")))
                .isEmpty();
    }

    @Test
    void has_only_parts_that_serve_it() throws IOException {
        assertThat(jars().map(DistributionTest::artifact))
                .noneMatch(
                        name -> name.matches(
                                ".*(sshd|karaf\\.shell|management|webconsole|jolokia|deployer|instance|eventadmin|jdbc\\.core).*"));
        assertThat(ASSEMBLY.resolve("etc/users.properties")).doesNotExist();
        assertThat(ASSEMBLY.resolve("deploy")).doesNotExist();
    }

    /** With the hook that it takes away again it would keep from resolving, for ever, whatever is being resolved at that moment. */
    @Test
    void starts_the_installer_of_features_behind_everything_else() throws IOException {
        Properties startup = new Properties();
        try (InputStream file = Files.newInputStream(ASSEMBLY.resolve("etc/startup.properties"))) {
            startup.load(file);
        }
        Map<String, Integer> levels = startup.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        bundle -> bundle,
                        bundle -> Integer.valueOf(startup.getProperty(bundle).strip())));
        List<String> last = levels.entrySet().stream()
                .filter(bundle -> bundle.getValue() >= Collections.max(levels.values()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(last).singleElement().asString().contains("/org.apache.karaf.features.core/");
    }

    private static Stream<Path> jars() throws IOException {
        try (Stream<Path> files = Files.walk(ASSEMBLY.resolve("system"))) {
            return files.filter(f -> f.toString().endsWith(".jar")).toList().stream();
        }
    }

    private static Stream<Path> own() throws IOException {
        return jars().filter(jar -> artifact(jar).startsWith("io.clientele."));
    }

    private static String artifact(Path jar) {
        Path version = jar.getParent();
        Path artifact = version == null ? null : version.getParent();
        return artifact == null ? jar.toString() : String.valueOf(artifact.getFileName());
    }

    private static Stream<String> clauses(Path jar, String header) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String value =
                    manifest == null ? null : manifest.getMainAttributes().getValue(header);
            // Commas inside quotes belong to version ranges.
            return value == null
                    ? Stream.empty()
                    : Stream.of(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                            .map(String::strip);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
