package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/** The archives of a small module with a table, in several versions, good and bad. */
final class NotesModule {
    static final String ROOT = "/api/v1/notes";

    private NotesModule() {}

    /** A version that answers with its number. */
    static ModuleJar version(String version) {
        return ModuleJar.of("notes", version)
                .header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest;version=\"[1,2)\"")
                .source("io.example.notes.Notes", resource(version))
                .resource("io.example.notes.Notes");
    }

    private static String resource(String version) {
        return """
                package io.example.notes;
                import io.clientele.rest.Public;
                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;
                import jakarta.ws.rs.Produces;
                @Path("/api/v1/notes")
                @Produces("application/json")
                public class Notes {
                    // A record: what writes it must not hold its class when the module is gone.
                    public record Answer(String version) {}
                    @GET @Public public Answer version() { return new Answer("%s"); }
                }"""
                .formatted(version);
    }

    /** A version with a table of its own. */
    static ModuleJar withTable(String version) {
        return version(version)
                .entry("META-INF/clientele/migrations/V001__notes.sql", "create table notes_note (id int primary key);")
                .entry("META-INF/clientele/migrations/V002__first.sql", "insert into notes_note values (1);")
                .entry("META-INF/clientele/migrations/U002__first.sql", "delete from notes_note where id = 1;");
    }

    /** The same, with an activator that does this. */
    static ModuleJar activating(ModuleJar version, String statement) {
        return version.header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest,org.osgi.framework")
                .header("Bundle-Activator", "io.example.notes.Start")
                .source(
                        "io.example.notes.Start",
                        """
                        package io.example.notes;
                        import org.osgi.framework.BundleActivator;
                        import org.osgi.framework.BundleContext;
                        public class Start implements BundleActivator {
                            @Override public void start(BundleContext context) throws Exception { %s }
                            @Override public void stop(BundleContext context) {}
                        }"""
                                .formatted(statement));
    }

    /** The same, with a component that waits for a service that never comes. */
    static ModuleJar waiting(ModuleJar version) {
        return version.source("io.example.notes.Waiting", "package io.example.notes; public class Waiting {}")
                .component(
                        "io.example.notes.Waiting",
                        "<reference name=\"never\" interface=\"java.util.concurrent.Callable\"/>");
    }
}
