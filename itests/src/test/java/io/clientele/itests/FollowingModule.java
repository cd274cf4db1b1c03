package io.clientele.itests;

import io.clientele.testkit.ModuleJar;

/** The archives of a module that needs longer for an erased customer than an installation waits, and answers how many it has dealt with. */
final class FollowingModule {
    private static final String IMPORTS = "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest,io.clientele.registry,"
            + "io.clientele.registry.spi,io.clientele.events,io.clientele.events.spi";

    private FollowingModule() {}

    /** It takes part in what is done to whole customers. */
    static ModuleJar participating() {
        return module().source(
                        "io.example.notes.Follower",
                        """
                        package io.example.notes;
                        import io.clientele.registry.CustomerId;
                        import io.clientele.registry.spi.HandedOver;
                        import io.clientele.registry.spi.LifeCycleParticipant;
                        import io.clientele.registry.spi.Merged;
                        public class Follower implements LifeCycleParticipant {
                            @Override public void erased(CustomerId customer) { Notes.erase(); }
                            @Override public void handedOver(HandedOver handOver) {
                                Notes.handedOver.addAndGet(handOver.customers().size());
                            }
                            @Override public void merged(Merged merged) { Notes.merged.incrementAndGet(); }
                            @Override public void unmerged(Merged merged) { Notes.unmerged.incrementAndGet(); }
                            @Override public String subjectData(CustomerId customer) { return "[]"; }
                        }""")
                .component(
                        "io.example.notes.Follower",
                        "<service><provide interface=\"io.clientele.registry.spi.LifeCycleParticipant\"/></service>");
    }

    /** It reads the same events as anybody may. */
    static ModuleJar onlyReading() {
        return module().source(
                        "io.example.notes.Reader",
                        """
                        package io.example.notes;
                        import io.clientele.events.Event;
                        import io.clientele.events.spi.EventHandler;
                        public class Reader implements EventHandler {
                            @Override public void handle(Event event) { Notes.erase(); }
                        }""")
                .component(
                        "io.example.notes.Reader",
                        "<service><provide interface=\"io.clientele.events.spi.EventHandler\"/></service>"
                                + "<property name=\"clientele.feed.types\" value=\"registry.CustomerErased\"/>"
                                + "<property name=\"clientele.feed.from\" value=\"start\"/>");
    }

    private static ModuleJar module() {
        return ModuleJar.of("notes", "1.0.0")
                .header("Import-Package", IMPORTS)
                .source(
                        "io.example.notes.Notes",
                        """
                        package io.example.notes;
                        import io.clientele.rest.Public;
                        import jakarta.ws.rs.GET;
                        import jakarta.ws.rs.Path;
                        import jakarta.ws.rs.Produces;
                        import java.util.concurrent.atomic.AtomicInteger;
                        import java.util.concurrent.locks.LockSupport;
                        @Path("/api/v1/notes")
                        @Produces("application/json")
                        public class Notes {
                            static final AtomicInteger erased = new AtomicInteger();
                            static final AtomicInteger handedOver = new AtomicInteger();
                            static final AtomicInteger merged = new AtomicInteger();
                            static final AtomicInteger unmerged = new AtomicInteger();
                            static void erase() {
                                long end = System.nanoTime() + 7_000_000_000L;
                                while (System.nanoTime() < end) { LockSupport.parkNanos(1_000_000); }
                                erased.incrementAndGet();
                            }
                            @GET @Public public String done() {
                                return "{\\"erased\\":" + erased + ",\\"handedOver\\":" + handedOver
                                        + ",\\"merged\\":" + merged + ",\\"unmerged\\":" + unmerged + "}";
                            }
                        }""")
                .resource("io.example.notes.Notes");
    }
}
