package io.clientele.modules.internal.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;

/** On a real framework. */
class LateStartsTest {
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
    void a_bundle_that_somebodys_hook_kept_from_resolving_is_started_in_the_end() throws BundleException {
        try (LateStarts starts = new LateStarts(context())) {
            Bundle bundle = install(module("late"));
            ServiceRegistration<?> hook =
                    context().registerService(ResolverHookFactory.class, new RefusingHook(Integer.MAX_VALUE), null);
            assertThatThrownBy(bundle::start).isInstanceOf(BundleException.class);
            hook.unregister();
            int before = bundle.getState();

            starts.frameworkEvent(new FrameworkEvent(FrameworkEvent.STARTLEVEL_CHANGED, framework, null));

            Awaitility.await().until(() -> bundle.getState() == Bundle.ACTIVE);
            assertThat(before).isEqualTo(Bundle.INSTALLED);
        }
    }

    @Test
    void what_lacks_something_and_what_nobody_started_are_left_alone() throws BundleException {
        try (LateStarts starts = new LateStarts(context())) {
            Bundle lacking = install(module("lacking").header("Import-Package", "org.example.nowhere"));
            Bundle unwanted = install(module("unwanted"));
            assertThatThrownBy(lacking::start).isInstanceOf(BundleException.class);

            starts.start(1);

            assertThat(lacking.getState()).isEqualTo(Bundle.INSTALLED);
            assertThat(unwanted.getState()).isEqualTo(Bundle.INSTALLED);
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private Bundle install(ModuleJar jar) throws BundleException {
        return context().installBundle("test:" + jar.hashCode(), new ByteArrayInputStream(jar.bytes()));
    }

    private static ModuleJar module(String name) {
        return ModuleJar.of(name, "1.0.0").header("Bundle-SymbolicName", "io.clientele." + name);
    }
}
