package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What our bundles carry of others is carried with its terms. */
class LicencesTest {
    private static final Path OURS =
            Path.of(System.getProperty("clientele.root", ".."), "karaf-assembly/target/assembly/system/io/clientele");
    private static final String LICENCES = "META-INF/licenses/";

    /** Where a library's files lie, and the folder that its licence has. The first that fits counts. */
    private static final Map<String, String> LIBRARIES = libraries();

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("META-INF/clientele/shell/clientele.js", "lit,lucide");
        libraries.put("META-INF/clientele/shell/lib/vaadin/", "vaadin");
        libraries.put("META-INF/resources/webjars/swagger-ui/", "swagger-ui");
        libraries.put("com/fasterxml/classmate/", "classmate");
        libraries.put("com/zaxxer/hikari/", "HikariCP");
        libraries.put("io/micrometer/", "micrometer");
        libraries.put("io/prometheus/", "prometheus-metrics");
        libraries.put("jakarta/activation/", "jakarta.activation");
        libraries.put("jakarta/persistence/", "jakarta.persistence");
        libraries.put("jakarta/transaction/", "jakarta.transaction");
        libraries.put("jakarta/ws/rs/", "jakarta.ws.rs");
        libraries.put("org/HdrHistogram/", "HdrHistogram");
        libraries.put("org/LatencyUtils/", "LatencyUtils");
        libraries.put("org/apache/cxf/", "cxf");
        libraries.put("org/apache/openjpa/", "openjpa");
        libraries.put("org/apache/xbean/", "xbean");
        libraries.put("org/bouncycastle/", "bouncycastle");
        libraries.put("org/eclipse/jetty/", "jetty");
        libraries.put("org/h2/", "h2");
        libraries.put("org/hibernate/validator/", "hibernate-validator");
        libraries.put("org/jboss/logging/", "jboss-logging");
        libraries.put("org/osgi/", "osgi");
        libraries.put("org/postgresql/", "postgresql");
        return libraries;
    }

    @Test
    void every_library_in_our_bundles_comes_with_its_licence() throws IOException {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        for (Path jar : bundles()) {
            Set<String> without = carried(jar);
            without.removeAll(licensed(jar));
            missing.put(String.valueOf(jar.getFileName()), without);
        }

        assertThat(missing).isNotEmpty().allSatisfy((jar, without) -> assertThat(without)
                .isEmpty());
    }

    @Test
    void no_licence_is_there_without_its_library() throws IOException {
        for (Path jar : bundles()) {
            assertThat(carried(jar)).as(jar.toString()).containsAll(licensed(jar));
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(OURS)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** The libraries whose files are in a bundle; a file that belongs to none of them stands for itself. */
    private static Set<String> carried(Path jar) {
        return entries(jar).stream()
                .map(JarEntry::getName)
                .filter(LicencesTest::isOfALibrary)
                .filter(name -> !name.startsWith("io/clientele/"))
                .flatMap(LicencesTest::libraries)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOfALibrary(String file) {
        return file.endsWith(".class")
                || file.startsWith("META-INF/resources/webjars/")
                || file.matches("META-INF/clientele/shell/(lib/.*|clientele)\\.js");
    }

    private static Stream<String> libraries(String file) {
        return LIBRARIES.entrySet().stream()
                .filter(library -> file.startsWith(library.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(names -> Stream.of(names.split(",")))
                .orElse(Stream.of(file));
    }

    private static Set<String> licensed(Path jar) {
        return entries(jar).stream()
                .filter(entry -> entry.getName().startsWith(LICENCES) && entry.getSize() > 0)
                .map(entry -> entry.getName().substring(LICENCES.length()).split("/", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JarEntry> entries(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().filter(entry -> !entry.isDirectory()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
