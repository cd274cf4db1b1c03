package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
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

/** On a real framework. */
class StartProgressTest {
    private static final String FAILS =
            "package fails; public final class Activator implements org.osgi.framework.BundleActivator {"
                    + " @Override public void start(org.osgi.framework.BundleContext context) { throw new IllegalStateException(); }"
                    + " @Override public void stop(org.osgi.framework.BundleContext context) {} }";

    @TempDir
    Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
    }

    @Test
    void is_ready_with_what_runs_beside_what_nobody_started() throws BundleException {
        install(platform("runs")).start();
        install(platform("unwanted"));

        assertThat(progress().execute().isOk()).isTrue();
    }

    @Test
    void names_what_cannot_be_resolved() throws BundleException {
        Bundle lacking = install(platform("lacking").header("Import-Package", "org.example.nowhere"));

        assertThatThrownBy(lacking::start).isInstanceOf(BundleException.class);

        assertThat(progress().execute().isOk()).isFalse();
        assertThat(progress().execute().toString()).contains("not started: io.clientele.lacking");
    }

    @Test
    void names_what_failed_as_it_was_started() throws BundleException {
        Bundle failing = install(platform("failing")
                .source("fails.Activator", FAILS)
                .header("Bundle-Activator", "fails.Activator")
                .header("Import-Package", "org.osgi.framework"));

        assertThatThrownBy(failing::start).isInstanceOf(BundleException.class);

        assertThat(progress().execute().toString()).contains("not started: io.clientele.failing");
    }

    @Test
    void leaves_modules_and_what_is_not_of_the_platform_alone() throws BundleException {
        String nowhere = "org.example.nowhere";
        Bundle module = install(platform("module").header("Clientele-Module", "module"), nowhere);
        Bundle foreign = install(platform("foreign").header("Bundle-SymbolicName", "org.example.foreign"), nowhere);

        assertThatThrownBy(module::start).isInstanceOf(BundleException.class);
        assertThatThrownBy(foreign::start).isInstanceOf(BundleException.class);

        assertThat(progress().execute().isOk()).isTrue();
    }

    private StartProgress progress() {
        return new StartProgress(framework.getBundleContext());
    }

    private Bundle install(ModuleJar jar, String imported) throws BundleException {
        return install(jar.header("Import-Package", imported));
    }

    private Bundle install(ModuleJar jar) throws BundleException {
        return framework
                .getBundleContext()
                .installBundle("test:" + jar.hashCode(), new ByteArrayInputStream(jar.bytes()));
    }

    private static ModuleJar platform(String name) {
        return ModuleJar.of(name, "1.0.0")
                .without("Clientele-Module")
                .header("Bundle-SymbolicName", "io.clientele." + name);
    }
}
