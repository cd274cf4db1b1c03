package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.internal.PhraseBook;
import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.BundleTracker;

/** On a real framework. */
class InstalledPhrasesTest {
    @TempDir
    Path folder;

    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Framework framework = new FrameworkFactory().newFramework(Map.of());
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
        framework.start();
        BundleTracker<List<PhraseBook>> books = new BundleTracker<>(
                framework.getBundleContext(), Bundle.ACTIVE, new InstalledPhrases(host.phrases(), framework));
        books.open();
        host.add(new LanguagesTest.Visits());
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        host.close();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
    }

    private static byte[] module(String version, String told) {
        return ModuleJar.of("visits", version)
                .entry(PhraseBook.path("zh"), "{\"Say when\": \"" + told + "\"}")
                .bytes();
    }

    private String reason() {
        return client.send(client.request("/api/v1/visits/refused").header("Accept-Language", "zh"))
                .body();
    }

    @Test
    void phrases_are_there_while_their_bundle_runs_in_the_version_that_runs() throws BundleException {
        Bundle visits = framework
                .getBundleContext()
                .installBundle("test:visits", new ByteArrayInputStream(module("1.0.0", "请说明时间")));
        assertThat(reason()).contains("\"detail\":\"Say when\"");

        visits.start();
        assertThat(reason()).contains("\"detail\":\"请说明时间\"");

        visits.update(new ByteArrayInputStream(module("1.1.0", "请填写时间")));
        assertThat(reason()).contains("\"detail\":\"请填写时间\"");

        visits.stop();
        assertThat(reason()).contains("\"detail\":\"Say when\"");
    }

    @Test
    void a_bundle_without_phrases_or_with_broken_ones_changes_nothing() throws BundleException {
        framework
                .getBundleContext()
                .installBundle(
                        "test:none",
                        new ByteArrayInputStream(ModuleJar.of("none", "1.0.0").bytes()))
                .start();
        framework
                .getBundleContext()
                .installBundle(
                        "test:broken",
                        new ByteArrayInputStream(ModuleJar.of("broken", "1.0.0")
                                .entry(PhraseBook.path("zh"), "{\"Say when\"")
                                .bytes()))
                .start();

        assertThat(reason()).contains("\"detail\":\"Say when\"", "输入无效");
    }
}
