package io.clientele.modules.internal.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.archive.ArchiveCheck;
import io.clientele.modules.internal.archive.Limits;
import io.clientele.modules.internal.archive.ManifestPolicy;
import io.clientele.modules.internal.store.ArchiveStore;
import io.clientele.modules.internal.store.StartMarkers;
import io.clientele.testkit.ModuleJar;
import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;

/** On a real framework. */
class ModuleBundlesTest {
    @TempDir
    Path folder;

    private Framework framework = new FrameworkFactory().newFramework(Map.of());

    @BeforeEach
    void start() throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("framework").toString(),
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE));
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(2));
    }

    @Test
    void an_edition_is_installed_beside_the_one_that_serves_and_neither_starts_by_itself() {
        Archive one = add(module("1.0.0"));
        Archive two = add(module("1.1.0"));
        ModuleBundles bundles = bundles(Duration.ofSeconds(10));

        bundles.start(one, bundles.install(one));
        Bundle next = bundles.install(two);

        assertThat(bundles.isActive(one)).isTrue();
        assertThat(next.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(bundles.all()).hasSize(2);
        assertThat(ModuleBundles.digest(next)).contains(two.sha256());
    }

    @Test
    void nothing_holds_on_to_an_edition_that_used_a_service_and_is_gone() {
        Archive one = add(module("1.0.0"));
        ModuleBundles bundles = bundles(Duration.ofSeconds(10));
        context().registerService(Archive.class, one, null);
        WeakReference<Bundle> gone = used(bundles, one);

        Awaitility.await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
        });
    }

    private WeakReference<Bundle> used(ModuleBundles bundles, Archive archive) {
        Bundle bundle = bundles.install(archive);
        bundles.start(archive, bundle);
        BundleContext its = bundle.getBundleContext();
        assertThat(its.getService(its.getServiceReference(Archive.class))).isNotNull();
        bundles.stop(archive, bundle);
        bundles.uninstall(bundle);
        return new WeakReference<>(bundle);
    }

    @Test
    void an_edition_that_lacks_a_package_says_which_and_leaves_nothing_behind() {
        Archive lacking = add(module("1.0.0").header("Import-Package", "org.slf4j;version=\"[9,10)\""));
        ModuleBundles bundles = bundles(Duration.ofSeconds(10));

        assertThatThrownBy(() -> bundles.install(lacking))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("needs org.slf4j [9,10)");

        assertThat(bundles.all()).isEmpty();
    }

    @Test
    void an_edition_is_asked_for_again_when_somebodys_hook_keeps_it_from_resolving_for_a_moment() {
        Archive one = add(module("1.0.0"));
        RefusingHook hook = new RefusingHook(3);
        context().registerService(ResolverHookFactory.class, hook, null);

        Bundle bundle = bundles(Duration.ofSeconds(10)).install(one);

        assertThat(bundle.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(hook.left()).isNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"",
                "osgi.extender;filter:=\"(osgi.extender=planted)\"",
                "osgi.contract"
            })
    void an_edition_that_lacks_something_else_says_what(String need) {
        Archive lacking = add(module("1.0.0").header("Require-Capability", need));

        assertThat(new Wirings(context()).missing(lacking.contents().needs()))
                .containsExactly(new Wirings.Lack(need.replace(";filter:=", " ").replace("\"", ""), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=11))\"",
                "osgi.extender;filter:=\"(osgi.extender=planted)\";resolution:=optional",
                "osgi.service;filter:=\"(objectClass=planted)\";effective:=active"
            })
    void an_edition_lacks_nothing_that_is_there_or_that_it_can_be_resolved_without(String need) {
        Archive archive = add(module("1.0.0").header("Require-Capability", need));

        assertThat(new Wirings(context()).missing(archive.contents().needs())).isEmpty();
    }

    @Test
    void a_start_that_never_ends_is_given_up_and_marked() {
        Archive hanging = add(starting("while (true) { try { Thread.currentThread().join(); }"
                + " catch (InterruptedException e) { Thread.yield(); } }"));
        ModuleBundles bundles = bundles(Duration.ofMillis(100));
        Bundle bundle = bundles.install(hanging);

        StepFailedException failure =
                catchThrowableOfType(StepFailedException.class, () -> bundles.start(hanging, bundle));

        assertThat(failure.isHung()).isTrue();
        assertThat(failure).hasMessageContaining("hangs until the next restart");
        assertThat(new StartMarkers(folder.resolve("starting")).deaths(hanging)).isEqualTo(1);
    }

    @Test
    void a_start_that_fails_says_why_and_leaves_no_mark() {
        Archive failing = add(starting("throw new IllegalStateException(\"not today\");"));
        ModuleBundles bundles = bundles(Duration.ofSeconds(10));
        Bundle bundle = bundles.install(failing);

        assertThatThrownBy(() -> bundles.start(failing, bundle)).hasMessageContaining("not today");

        assertThat(new StartMarkers(folder.resolve("starting")).deaths(failing)).isZero();
    }

    @Test
    void a_foreign_bundle_that_hangs_on_a_module_is_named_with_the_package() throws BundleException {
        Archive archive = add(module("1.0.0")
                .header("Export-Package", "io.example.notes.api")
                .entry("io/example/notes/api/readme.txt", "x"));
        ModuleBundles bundles = bundles(Duration.ofSeconds(10));
        Bundle bundle = bundles.install(archive);
        foreign("core", "io.example.notes.api").start();

        assertThat(bundles.dependants(bundle))
                .containsExactly("io.example.core ← io.example.notes.api ← io.example.notes");
    }

    @Test
    void an_edition_tells_what_it_will_be_wired_to_before_it_is_installed() {
        Archive archive =
                add(module("1.0.0").header("Import-Package", "org.osgi.framework,org.slf4j;version=\"[9,10)\""));

        assertThat(new Wirings(context()).wires(archive.contents().needs().packages()))
                .containsExactly("org.osgi.framework ← org.apache.felix.framework");
    }

    @Test
    void a_foreign_bundle_that_is_stopped_or_refreshed_does_not_escape_notice() throws BundleException {
        Bundle core = foreign("core", "org.osgi.framework");
        core.start();
        try (ForeignWatch watch = new ForeignWatch(context())) {
            watch.check();
            core.stop();
            core.start();

            assertThatThrownBy(watch::check)
                    .isInstanceOf(StepFailedException.class)
                    .hasMessageContaining("io.example.core");
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private Bundle foreign(String name, String imported) throws BundleException {
        byte[] jar =
                ModuleJar.of(name, "1.0.0").header("Import-Package", imported).bytes();
        return context().installBundle("test:" + name, new ByteArrayInputStream(jar));
    }

    private static ModuleJar module(String version) {
        return ModuleJar.of("notes", version);
    }

    private static ModuleJar starting(String statement) {
        return module("1.0.0")
                .header("Import-Package", "org.osgi.framework")
                .header("Bundle-Activator", "io.example.notes.Start")
                .source(
                        "io.example.notes.Start",
                        """
                        package io.example.notes;
                        public class Start implements org.osgi.framework.BundleActivator {
                            @Override public void start(org.osgi.framework.BundleContext context) { %s }
                            @Override public void stop(org.osgi.framework.BundleContext context) {}
                        }"""
                                .formatted(statement));
    }

    private ArchiveStore store() {
        ManifestPolicy policy =
                new ManifestPolicy(List.of("org.slf4j", "org.osgi.framework"), new WiredPlatform(context()));
        ArchiveCheck check = new ArchiveCheck(Limits.DEFAULT, policy, null);
        return new ArchiveStore(folder.resolve("archives"), check, check);
    }

    private Archive add(ModuleJar jar) {
        return store().add(new ByteArrayInputStream(jar.bytes()));
    }

    private ModuleBundles bundles(Duration patience) {
        return new ModuleBundles(context(), store(), new StartMarkers(folder.resolve("starting")), patience);
    }
}
