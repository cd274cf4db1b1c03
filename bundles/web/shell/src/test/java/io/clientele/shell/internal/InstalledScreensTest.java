package io.clientele.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.clientele.events.LiveNews;
import io.clientele.rest.spi.WebFile;
import io.clientele.shell.internal.InstalledScreens.Announced;
import io.clientele.shell.internal.InstalledScreens.Snapshot;
import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

class InstalledScreensTest {
    private static final String VISITS =
            """
            {"kind": "page", "name": "visits", "path": "visits", "module": "visits.js", "title": {"en": "Visits"}}""";

    @Test
    void tells_of_screens_as_their_bundles_start_and_stop(@TempDir Path folder) throws Exception {
        try (Started started = new Started(folder)) {
            Bundle bundle = started.install("one", VISITS, "1");

            assertThat(started.told()).isEmpty();
            bundle.start();
            assertThat(started.told()).hasSize(1);
            bundle.stop();
            assertThat(started.told()).isEmpty();
        }
    }

    @Test
    void serves_files_of_the_present_generation_only(@TempDir Path folder) throws Exception {
        try (Started started = new Started(folder)) {
            Bundle bundle = started.install("one", VISITS, "1");
            bundle.start();
            String before = started.told().get(0).base();
            assertThat(started.screens.find(before + "visits.js").orElseThrow().status())
                    .isEqualTo(200);

            bundle.update(new ByteArrayInputStream(jar("one", VISITS, "2")));
            String after = started.told().get(0).base();

            assertThat(after).isNotEqualTo(before);
            assertThat(started.screens.find(after + "visits.js").orElseThrow().status())
                    .isEqualTo(200);
            assertThat(started.screens.find(before + "visits.js").orElseThrow().status())
                    .isEqualTo(410);
            assertThat(started.screens.find(after + "../screens.json")).isEmpty();
            assertThat(started.screens.find("/screens/io.example.none/0/visits.js"))
                    .isEmpty();
        }
    }

    @Test
    void leaves_out_what_is_wrong_and_keeps_the_rest(@TempDir Path folder) throws Exception {
        String unknown =
                "{\"kind\": \"sound\", \"name\": \"a\", \"module\": \"visits.js\", \"title\": {\"en\": \"A\"}}";
        String nowhere = "{\"kind\": \"card\", \"name\": \"b\", \"module\": \"visits.js\", \"title\": {\"en\": \"B\"}}";
        String missing = VISITS.replace("visits.js", "other.js");
        try (Started started = new Started(folder)) {
            started.install("one", String.join(",", unknown, VISITS, nowhere, missing), "1")
                    .start();
            started.install("two", "{", "1").start();

            assertThat(started.told()).hasSize(1);
            assertThat(started.told().get(0).contributions())
                    .extracting(Contribution::name)
                    .containsExactly("visits");
        }
    }

    private static byte[] jar(String name, String contributions, String script) {
        return ModuleJar.of(name, "1.0.0")
                .entry("META-INF/clientele/screens.json", "{\"api\": 1, \"contributions\": [" + contributions + "]}")
                .entry("META-INF/clientele/web/visits.js", "export default " + script)
                .bytes();
    }

    /** A framework in which screens are watched. */
    private static final class Started implements AutoCloseable {
        private final Told told = new Told();
        private final Framework framework;
        private final InstalledScreens screens;

        Started(Path folder) throws BundleException, IOException {
            framework = new FrameworkFactory()
                    .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.toString(), "felix.log.level", "1"));
            framework.start();
            screens = new InstalledScreens(framework.getBundleContext(), shell(), told);
        }

        Bundle install(String name, String contributions, String script) throws BundleException {
            return framework
                    .getBundleContext()
                    .installBundle(name, new ByteArrayInputStream(jar(name, contributions, script)));
        }

        /** The screens that were announced last, which are to be those there are, and to be read at the address that was told. */
        List<BundleScreens> told() throws IOException {
            Snapshot present = screens.snapshot();
            byte[] json = new ObjectMapper().writeValueAsBytes(present);
            assertThat(told.at).isEqualTo("/screens/" + WebFile.digest(json) + ".json");
            assertThat(screens.find(told.at).orElseThrow().content()).isEqualTo(ByteBuffer.wrap(json));
            return present.bundles();
        }

        private static ShellFiles shell() throws IOException {
            return new ShellFiles(new Folder(new TreeMap<>(Map.of(
                    "index.html", new byte[0],
                    "icon.svg", new byte[0],
                    "imports.json", bytes("{}"),
                    "lib/imports.json", bytes("{}"),
                    "lib/styles.json", bytes("{}")))));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws BundleException {
            screens.close();
            framework.stop();
            try {
                framework.waitForStop(0);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Told implements LiveNews {
        private volatile String at = "";

        @Override
        public void show(String kind, Object value) {
            at = ((Announced) value).at();
        }

        @Override
        public void withdraw(String kind) {
            at = "";
        }
    }
}
