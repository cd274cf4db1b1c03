package io.clientele.inside;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Constants;

/** How a test gets inside: the framework with the distribution's settings and bundles, and the bundles that run a test. */
final class Inside {
    private static final int LAST_LEVEL = 100;

    /** Named as their files on the class path begin. */
    private static final List<String> RUNNERS = List.of(
            "ops4j-base-lang",
            "pax-swissbox-core",
            "pax-swissbox-extender",
            "pax-swissbox-lifecycle",
            "pax-swissbox-tracker",
            "pax-exam-extender-service",
            "pax-exam-inject",
            "pax-exam-invoker-junit",
            "jakarta.inject-api",
            "org.apache.servicemix.bundles.junit");

    /** A shell without a terminal, and our commands for it. */
    private static final List<String> CONSOLE = List.of("org.apache.felix.gogo.runtime", "io.clientele.console");

    private Inside() {}

    /** What a Karaf with a shell has besides. */
    static Option console() {
        return bundles(CONSOLE);
    }

    /** Everything that is needed to start {@code distribution} and to give up when it is not up in time. */
    static Option of(Distribution distribution) throws IOException {
        distribution.folders().forEach(System::setProperty);
        return composite(
                composite(settings(distribution.frameworkProperties())),
                composite(distribution.bundles().entrySet().stream()
                        .map(entry -> bundle(entry.getKey()).startLevel(entry.getValue()))
                        .toArray(Option[]::new)),
                bundles(RUNNERS),
                systemProperty("pax.exam.invoker").value("junit"),
                systemProperty("pax.exam.inject").value("true"),
                frameworkStartLevel(LAST_LEVEL),
                systemTimeout(Duration.ofMinutes(2).toMillis()));
    }

    private static Option bundles(List<String> names) {
        return composite(names.stream()
                .map(name -> bundle("reference:" + onClassPath(name).toUri()).startLevel(LAST_LEVEL))
                .toArray(Option[]::new));
    }

    private static Option[] settings(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> entry.getKey().equals(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA)
                        ? systemPackages(entry.getValue().split(","))
                        : frameworkProperty(entry.getKey()).value(entry.getValue()))
                .toArray(Option[]::new);
    }

    private static Path onClassPath(String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> String.valueOf(file.getFileName()).matches(name + "-[0-9].*\\.jar"))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }
}
