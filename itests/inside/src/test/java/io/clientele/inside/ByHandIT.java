package io.clientele.inside;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.clientele.kernel.ConflictException;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.Drift;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleState;
import io.clientele.modules.Modules;
import io.clientele.modules.Plan;
import io.clientele.modules.Wish;
import io.clientele.rest.Routes;
import io.clientele.testkit.ModuleJar;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** What somebody does to modules by other means than ours, as at a console. */
@RunWith(PaxExam.class)
public class ByHandIT {
    private static final String PLANTED = "clientele.planted";
    private static final String CHAIN =
            "io.example.planted ← " + GreeterModule.SYMBOLIC_NAME + " ← " + GreeterModule.SYMBOLIC_NAME;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() throws IOException {
        Distribution distribution = Distribution.unpacked();
        GreeterModule.bring(distribution);
        byte[] planted = ModuleJar.of("planted", "1.0.0")
                .without("Clientele-Module")
                .header("Import-Package", GreeterModule.SYMBOLIC_NAME)
                .bytes();
        System.setProperty(
                PLANTED,
                Files.write(distribution.home().resolve("planted.jar"), planted).toString());
        return new Option[] {Inside.of(distribution)};
    }

    /** The framework is the same for all tests. */
    @Before
    public void install_a_module() throws IOException {
        new Framework(context).awaitStarted();
        if (asSystem(() -> modules().find(GreeterModule.NAME)).isPresent()) {
            return;
        }
        try (InputStream archive = Files.newInputStream(Path.of(System.getProperty(GreeterModule.ARCHIVE)))) {
            asSystem(() -> modules().add(archive));
        }
        new Framework(context).awaitIdle();
        ModuleChange installed = asSystem(() -> modules().carryOut(Wish.of(ChangeKind.INSTALL, GreeterModule.NAME)));
        assertEquals(installed.detail(), ModuleChange.Outcome.DONE, installed.outcome());
    }

    @Test
    public void a_module_that_was_stopped_by_hand_is_away_shown_and_repaired() throws Exception {
        greeter().stop();

        assertEquals(ModuleState.STOPPED, state());
        assertEquals(List.of(new Drift(GreeterModule.NAME, "1.0.0 is wanted but does not run")), drift());
        assertEquals(HttpURLConnection.HTTP_UNAVAILABLE, status());
        asSystem(() -> modules().repair());
        assertEquals(ModuleState.RUNNING, state());
        assertEquals(List.of(), drift());
        assertEquals(HttpURLConnection.HTTP_OK, status());
    }

    @Test
    public void a_change_that_would_refresh_another_bundle_is_refused_with_the_chain() throws Exception {
        Bundle planted = planted();
        planted.start();

        Plan plan = asSystem(() -> modules().plan(Wish.of(ChangeKind.UNINSTALL, GreeterModule.NAME)));

        assertEquals(List.of(CHAIN), plan.refreshed());
        assertEquals(List.of("another bundle would be refreshed: " + CHAIN), plan.refusals());
        ConflictException refused = assertThrows(
                ConflictException.class,
                () -> asSystem(() -> modules().carryOut(Wish.of(ChangeKind.UNINSTALL, GreeterModule.NAME))));
        assertTrue(refused.getMessage(), String.valueOf(refused.getMessage()).contains(CHAIN));
        assertEquals(Bundle.ACTIVE, planted.getState());
        assertEquals(HttpURLConnection.HTTP_OK, status());
        planted.uninstall();
    }

    private Bundle planted() throws Exception {
        try (InputStream jar = Files.newInputStream(Path.of(System.getProperty(PLANTED)))) {
            return context.installBundle("planted", jar);
        }
    }

    private Bundle greeter() {
        return new Framework(context).bundle(GreeterModule.SYMBOLIC_NAME).orElseThrow();
    }

    private ModuleState state() {
        return asSystem(() -> modules().find(GreeterModule.NAME)).orElseThrow().state();
    }

    private List<Drift> drift() {
        return asSystem(() -> modules().catalogue()).drift();
    }

    private int status() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new Framework(context)
                .service(Routes.class)
                .uri()
                .resolve("/api/v1/greetings")
                .toURL()
                .openConnection();
        return connection.getResponseCode();
    }

    private Modules modules() {
        return new Framework(context).service(Modules.class);
    }

    private <T> T asSystem(Supplier<T> work) {
        return new Framework(context).asSystem(work);
    }
}
