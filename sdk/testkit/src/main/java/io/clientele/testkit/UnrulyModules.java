package io.clientele.testkit;

import java.util.List;

/**
 * Modules that pass every check of their archives and then do harm: when they start, when they are asked, when they stop. An installation must
 * contain them. Their makers are whoever signs them; none takes the whole process down.
 */
public final class UnrulyModules {
    private static final String FOREVER =
            "while (true) { try { Thread.currentThread().join(); } catch (InterruptedException e) { Thread.yield(); } }";
    private static final String DEADLOCK =
            """
            Object one = new Object();
            Object two = new Object();
            java.util.concurrent.CountDownLatch held = new java.util.concurrent.CountDownLatch(2);
            Thread other = new Thread(() -> { synchronized (two) { held.countDown(); await(held); synchronized (one) { one.notify(); } } });
            other.setDaemon(true);
            other.start();
            synchronized (one) { held.countDown(); await(held); synchronized (two) { two.notify(); } }""";
    private static final String THREADS =
            """
            for (int i = 0; i < 200; i++) {
                Thread stray = new Thread(() -> java.util.concurrent.locks.LockSupport.park(), "unruly-" + i);
                stray.setDaemon(true);
                stray.start();
            }""";
    private static final String LOG =
            """
            org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("unruly");
            for (int i = 0; i < 20_000; i++) { log.warn("the same again, {}", i); }""";
    private static final String BUSY =
            """
            for (int i = 0; i < 2; i++) {
                Thread busy = new Thread(() -> {
                    long end = System.nanoTime() + 5_000_000_000L;
                    while (System.nanoTime() < end) { Math.random(); }
                });
                busy.setDaemon(true);
                busy.start();
            }""";

    private UnrulyModules() {}

    /** What an installation says to the wish to install one. */
    public enum Verdict {
        /** It fails, and all is as before. */
        GIVEN_UP,
        /** It runs: what it does shows only later. */
        INSTALLED
    }

    /**
     * One module.
     *
     * @param asked whether it serves {@code /api/v1/<name>/x}, where it does harm too
     */
    public record Case(String name, ModuleJar jar, Verdict verdict, boolean asked) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Case> all() {
        return List.of(
                starting("throwing", "throw new IllegalStateException(\"planted\");", Verdict.GIVEN_UP),
                starting("failing", "throw new NoClassDefFoundError(\"planted\");", Verdict.GIVEN_UP),
                starting("sleeping", "Thread.currentThread().join();", Verdict.GIVEN_UP),
                starting("hanging", FOREVER, Verdict.GIVEN_UP),
                starting("deadlocked", DEADLOCK, Verdict.GIVEN_UP),
                starting("waiting", "", Verdict.GIVEN_UP, waiting("waiting")),
                starting("unmigrated", "", Verdict.GIVEN_UP, migration("unmigrated")),
                starting("ill", "", Verdict.GIVEN_UP, ill("ill")),
                asked("broken", "", "throw new IllegalStateException(\"planted\");", Verdict.GIVEN_UP),
                starting("threads", THREADS, Verdict.INSTALLED),
                starting("talkative", LOG, Verdict.INSTALLED),
                starting("busy", BUSY, Verdict.INSTALLED),
                stopping("clinging", "Thread.currentThread().join();"),
                asked("storm", "{x}", "throw new IllegalStateException(\"planted\");", Verdict.INSTALLED),
                asked("overflow", "{x}", "return get(x) + x;", Verdict.INSTALLED),
                asked(
                        "slow",
                        "{x}",
                        "java.util.concurrent.locks.LockSupport.parkNanos(3_000_000_000L); return x;",
                        Verdict.INSTALLED),
                handling("deaf", FOREVER),
                handling("poisoned", "throw new IllegalStateException(\"planted\");"));
    }

    private static Case starting(String name, String statement, Verdict verdict) {
        return starting(name, statement, verdict, ModuleJar.of(name, "1.0.0"));
    }

    private static Case starting(String name, String statement, Verdict verdict, ModuleJar jar) {
        return new Case(name, activated(name, jar, statement, ""), verdict, false);
    }

    private static Case stopping(String name, String statement) {
        return new Case(name, activated(name, ModuleJar.of(name, "1.0.0"), "", statement), Verdict.INSTALLED, false);
    }

    private static ModuleJar activated(String name, ModuleJar jar, String start, String stop) {
        String type = "io.example." + name + ".Start";
        return jar.header("Import-Package", "org.osgi.framework,org.slf4j,org.apache.felix.hc.api")
                .header("Bundle-Activator", type)
                .source(
                        type,
                        """
                        package io.example.%s;
                        import org.osgi.framework.BundleContext;
                        public class Start implements org.osgi.framework.BundleActivator {
                            @Override public void start(BundleContext context) throws Exception { %s }
                            @Override public void stop(BundleContext context) throws Exception { %s }
                            static void await(java.util.concurrent.CountDownLatch latch) {
                                try { latch.await(); } catch (InterruptedException e) { Thread.yield(); }
                            }
                        }"""
                                .formatted(name, start, stop));
    }

    private static ModuleJar waiting(String name) {
        String type = "io.example." + name + ".Waiting";
        return ModuleJar.of(name, "1.0.0")
                .source(type, "package io.example." + name + "; public class Waiting {}")
                .component(type, "<reference name=\"never\" interface=\"java.util.concurrent.Callable\"/>");
    }

    private static ModuleJar migration(String name) {
        return ModuleJar.of(name, "1.0.0")
                .entry(
                        "META-INF/clientele/migrations/V001__bad.sql",
                        "create table " + name + "_row (id int); insert into " + name + "_nowhere values (1);")
                .entry("META-INF/clientele/migrations/U001__bad.sql", "drop table if exists " + name + "_row;");
    }

    private static ModuleJar ill(String name) {
        String type = "io.example." + name + ".Ill";
        return ModuleJar.of(name, "1.0.0")
                .source(
                        type,
                        """
                        package io.example.%s;
                        public class Ill implements org.apache.felix.hc.api.HealthCheck {
                            @Override public org.apache.felix.hc.api.Result execute() {
                                throw new IllegalStateException("planted");
                            }
                        }"""
                                .formatted(name))
                .component(type, "<service><provide interface=\"org.apache.felix.hc.api.HealthCheck\"/></service>");
    }

    private static Case asked(String name, String path, String statement, Verdict verdict) {
        String type = "io.example." + name + ".Resource";
        String parameter = path.isEmpty() ? "" : "@PathParam(\"x\") String x";
        ModuleJar jar = ModuleJar.of(name, "1.0.0")
                .header("Import-Package", "jakarta.ws.rs,io.clientele.rest")
                .source(
                        type,
                        """
                        package io.example.%1$s;
                        import jakarta.ws.rs.*;
                        @Path("/api/v1/%1$s")
                        public class Resource {
                            @GET @Path("%2$s") @io.clientele.rest.Public
                            public String get(%3$s) { %4$s }
                        }"""
                                .formatted(name, path, parameter, statement))
                .resource(type);
        return new Case(name, jar, verdict, verdict == Verdict.INSTALLED);
    }

    /** Does this with each event of a customer. */
    private static Case handling(String name, String statement) {
        String type = "io.example." + name + ".Reader";
        ModuleJar jar = ModuleJar.of(name, "1.0.0")
                .header("Import-Package", "io.clientele.events,io.clientele.events.spi")
                .source(
                        type,
                        """
                        package io.example.%s;
                        public class Reader implements io.clientele.events.spi.EventHandler {
                            @Override public void handle(io.clientele.events.Event event) { %s }
                        }"""
                                .formatted(name, statement))
                .component(
                        type,
                        "<service><provide interface=\"io.clientele.events.spi.EventHandler\"/></service>"
                                + "<property name=\"clientele.feed.types\" value=\"registry.CustomerAdded\"/>");
        return new Case(name, jar, Verdict.INSTALLED, false);
    }
}
