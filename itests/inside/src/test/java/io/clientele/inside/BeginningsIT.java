package io.clientele.inside;

import static org.junit.Assert.assertEquals;

import io.clientele.modules.AvailableModule;
import io.clientele.modules.ChangeKind;
import io.clientele.modules.InstalledModule;
import io.clientele.modules.ModuleChange;
import io.clientele.modules.ModuleState;
import io.clientele.modules.Modules;
import io.clientele.modules.Wish;
import java.io.IOException;
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
import org.osgi.framework.BundleContext;

/** A distribution with a feature repository, and a module that it begins with. */
@RunWith(PaxExam.class)
public class BeginningsIT {
    private static final String FEATURES =
            """
            <features name="house" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="greeter" version="1.0.0"><bundle>../greeter.jar</bundle></feature>
              <feature name="unfit" version="1.0.0"><bundle>mvn:io.clientele/io.clientele.kernel/0.1.0-SNAPSHOT</bundle></feature>
              <feature name="missing" version="1.0.0"><bundle>missing.jar</bundle></feature>
            </features>
            """;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() throws IOException {
        Distribution distribution = Distribution.unpacked();
        GreeterModule.bring(distribution);
        distribution.write("modules/features.xml", FEATURES);
        distribution.write("etc/io.clientele.modules.cfg", "initial = " + GreeterModule.NAME + "\n");
        return new Option[] {Inside.of(distribution)};
    }

    @Before
    public void wait_until_everything_is_there() {
        new Framework(context).awaitStarted();
    }

    @Test
    public void a_module_is_there_from_the_beginning_and_on_offer_once_it_is_gone() {
        awaitInstalled();

        assertEquals(List.of(), offers());
        ModuleChange gone = asSystem(() -> modules().carryOut(Wish.of(ChangeKind.UNINSTALL, GreeterModule.NAME)));
        assertEquals(ModuleChange.Outcome.DONE, gone.outcome());
        assertEquals(List.of("greeter 1.0.0 of house"), offers());
        ModuleChange back = asSystem(() -> modules().carryOut(Wish.of(ChangeKind.INSTALL, GreeterModule.NAME)));
        assertEquals(ModuleChange.Outcome.DONE, back.outcome());
    }

    private void awaitInstalled() {
        new Framework(context).await(() -> asSystem(() -> modules().find(GreeterModule.NAME))
                .map(InstalledModule::state)
                .equals(Optional.of(ModuleState.RUNNING)));
        new Framework(context).awaitIdle();
    }

    private List<String> offers() {
        return asSystem(() -> modules().catalogue()).available().stream()
                .map(BeginningsIT::told)
                .toList();
    }

    private static String told(AvailableModule module) {
        return module.name() + " " + module.version() + " of " + module.source();
    }

    private Modules modules() {
        return new Framework(context).service(Modules.class);
    }

    private <T> T asSystem(Supplier<T> work) {
        return new Framework(context).asSystem(work);
    }
}
