package io.clientele.inside;

import io.clientele.testkit.ModuleJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bundle named as the platform's own, whose component fails the first time that it is made. */
final class FlakyBundle {
    /** The system property that tells whether it fails yet. */
    static final String FAILS = "clientele.flaky";

    /** The system property that says where the archive lies. */
    private static final String ARCHIVE = "clientele.flaky.archive";

    private static final String TYPE = "io.example.flaky.Flaky";

    private FlakyBundle() {}

    /** Makes the archive. */
    static void bring(Distribution distribution) throws IOException {
        byte[] archive = ModuleJar.of("flaky", "1.0.0")
                .without("Clientele-Module")
                .header("Bundle-SymbolicName", "io.clientele.flaky")
                .header("Service-Component", "OSGI-INF/flaky.xml")
                .source(TYPE, source())
                .entry("OSGI-INF/flaky.xml", component())
                .bytes();
        System.setProperty(
                ARCHIVE,
                Files.write(distribution.home().resolve("flaky.jar"), archive).toString());
    }

    static String address() {
        return Path.of(System.getProperty(ARCHIVE)).toUri().toString();
    }

    static boolean isMade() {
        return "not any more".equals(System.getProperty(FAILS));
    }

    private static String component() {
        return """
                <component xmlns="http://www.osgi.org/xmlns/scr/v1.3.0" name="flaky" immediate="true">
                  <implementation class="%s"/>
                  <service><provide interface="java.lang.Runnable"/></service>
                </component>"""
                .formatted(TYPE);
    }

    private static String source() {
        return """
                package io.example.flaky;
                public final class Flaky implements Runnable {
                    public Flaky() {
                        if ("once".equals(System.setProperty("clientele.flaky", "again"))) {
                            throw new IllegalStateException("the database is away");
                        }
                        System.setProperty("clientele.flaky", "not any more");
                    }
                    @Override public void run() {}
                }""";
    }
}
