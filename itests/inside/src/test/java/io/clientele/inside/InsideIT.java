package io.clientele.inside;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.clientele.access.Callers;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.Modules;
import io.clientele.modules.Wish;
import io.clientele.registry.Customer;
import io.clientele.registry.CustomerKind;
import io.clientele.registry.CustomerRegistry;
import io.clientele.registry.Profile;
import io.clientele.rest.Public;
import io.clientele.rest.Requires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

/** The distribution as it looks to a bundle in it. */
@RunWith(PaxExam.class)
public class InsideIT {
    @Inject
    private BundleContext context;

    private Framework framework;

    @Configuration
    public Option[] distribution() throws IOException {
        Distribution distribution = Distribution.unpacked();
        keep(distribution);
        GreeterModule.bring(distribution);
        FlakyBundle.bring(distribution);
        return new Option[] {Inside.of(distribution)};
    }

    /** Says where {@code distribution} keeps its tables: in its own file, if it is told nothing. */
    void keep(Distribution distribution) throws IOException {
        // A file of H2 is what it comes with.
    }

    @Before
    public void wait_until_everything_is_there() {
        framework = new Framework(context);
        framework.awaitStarted();
    }

    @Test
    public void every_bundle_is_active() {
        assertEquals(List.of(), framework.inactive());
    }

    @Test
    public void each_library_is_there_once() {
        assertEquals(List.of(), framework.duplicates());
    }

    @Test
    public void none_of_our_bundles_has_an_optional_or_dynamic_import() {
        assertEquals(List.of(), framework.looseImports());
    }

    @Test
    public void every_component_of_ours_has_what_it_needs() {
        assertNotEquals(List.of(), framework.components());
        assertEquals(List.of(), framework.unsatisfied());
    }

    @Test
    public void every_operation_names_its_permission_or_is_public() {
        List<Method> operations = framework.operations();

        assertNotEquals(List.of(), operations);
        assertEquals(
                List.of(),
                operations.stream()
                        .filter(o -> !o.isAnnotationPresent(Requires.class) && !o.isAnnotationPresent(Public.class))
                        .toList());
    }

    @Test
    public void another_bundle_can_add_and_find_a_customer() {
        CustomerRegistry registry = framework.service(CustomerRegistry.class);
        Profile profile = Profile.of(CustomerKind.ORGANISATION, "成都天府机械");

        Customer added = asSystem(() -> registry.add(profile));

        assertEquals(
                Optional.of("成都天府机械"), asSystem(() -> registry.find(added.id())).map(found -> found.profile()
                        .name()));
    }

    @Test
    public void a_module_comes_and_goes_without_a_trace() throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

        assertEquals(ModuleChange.Outcome.DONE, asSystem(this::install).outcome());
        Reference<ClassLoader> loader = new PhantomReference<>(loaderOfTheModule(), collected);
        assertEquals(ModuleChange.Outcome.DONE, carryOut(ChangeKind.UNINSTALL).outcome());

        assertEquals(Optional.empty(), framework.bundle(GreeterModule.SYMBOLIC_NAME));
        assertEquals(
                List.of(),
                asSystem(() -> modules().checkLeaks()).installed().stream()
                        .map(InstalledModule::leaked)
                        .flatMap(List::stream)
                        .toList());
        assertEquals(loader, collected.remove(Duration.ofSeconds(30).toMillis()));
    }

    @Test
    public void a_part_of_the_platform_that_failed_once_is_made_again() throws Exception {
        System.setProperty(FlakyBundle.FAILS, "once");
        Bundle flaky = context.installBundle(FlakyBundle.address());
        try {
            flaky.start();
            assertFalse(FlakyBundle.isMade());

            framework.await(FlakyBundle::isMade);

            assertTrue(FlakyBundle.isMade());
        } finally {
            flaky.uninstall();
        }
    }

    private ModuleChange install() {
        try (InputStream archive = Files.newInputStream(Path.of(System.getProperty(GreeterModule.ARCHIVE)))) {
            modules().add(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules().carryOut(Wish.of(ChangeKind.INSTALL, GreeterModule.NAME));
    }

    private ModuleChange carryOut(ChangeKind kind) {
        return asSystem(() -> modules().carryOut(Wish.of(kind, GreeterModule.NAME)));
    }

    private ClassLoader loaderOfTheModule() {
        Bundle module = framework.bundle(GreeterModule.SYMBOLIC_NAME).orElseThrow();
        ClassLoader loader = module.adapt(BundleWiring.class).getClassLoader();
        assertNotNull(loader);
        return loader;
    }

    private Modules modules() {
        return framework.service(Modules.class);
    }

    private <T> T asSystem(Supplier<T> work) {
        Callers callers = framework.service(Callers.class);
        return callers.as(callers.system(), work);
    }
}
