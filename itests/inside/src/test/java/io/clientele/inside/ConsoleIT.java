package io.clientele.inside;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.BundleContext;

/** An administrator at the shell of a Karaf. */
@RunWith(PaxExam.class)
public class ConsoleIT {
    private static final InputStream NOTHING = new ByteArrayInputStream(new byte[0]);
    private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() throws IOException {
        Distribution distribution = Distribution.unpacked();
        GreeterModule.bring(distribution);
        return new Option[] {Inside.of(distribution), Inside.console()};
    }

    @Before
    public void wait_until_everything_is_there() {
        new Framework(context).awaitStarted();
    }

    @Test
    public void a_module_is_planned_installed_listed_removed_and_purged() throws Exception {
        String archive = System.getProperty(GreeterModule.ARCHIVE);

        assertShows("  \\+ paths GET /api/v1/greetings\n", "crm:module-plan " + archive);
        assertShows("install greeter - -> 1.0.0: done", "crm:module-install " + archive);
        assertShows("greeter +1\\.0\\.0 +running\n", "crm:module-list");
        assertShows("uninstall greeter 1.0.0 -> .*: done", "crm:module-uninstall greeter");
        assertShows("Nothing was dropped. Say --yes to drop these tables for good.", "crm:module-purge greeter");
        assertShows("purge greeter 1.0.0 -> .*: done", "crm:module-purge greeter --yes");
        assertShows("install greeter", "crm:module-changes");
    }

    @Test
    public void what_is_missing_is_named() {
        assertEquals(
                "crm:module-install takes the file of an archive",
                assertThrows(IllegalArgumentException.class, () -> run("crm:module-install"))
                        .getMessage());
        assertEquals(
                "there is no file /nowhere.jar",
                assertThrows(IllegalArgumentException.class, () -> run("crm:module-install /nowhere.jar"))
                        .getMessage());
    }

    private void assertShows(String expression, String line) throws Exception {
        String shown = run(line);
        assertTrue(
                line + " shows " + shown,
                Pattern.compile(expression).matcher(shown).find());
    }

    private String run(String line) throws Exception {
        CommandProcessor processor = new Framework(context).service(CommandProcessor.class);
        try (CommandSession session = processor.createSession(NOTHING, NOWHERE, NOWHERE)) {
            return String.valueOf(session.execute(line));
        }
    }
}
