package io.clientele.itests;

import io.clientele.itests.Debugger.Point;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An administrator of the module {@link StepsModule}, whose server is killed at chosen points of a change. */
final class Saboteur implements AutoCloseable {
    static final String ABSENT = "404";
    private static final String MODULE = "/api/v1/modules/" + StepsModule.NAME;

    /** Whatever writes a file, a row or a table in a change, or starts and stops a bundle. */
    private static final List<String> WATCHED = List.of(
            "io.clientele.modules.internal.Away",
            "io.clientele.modules.internal.Changes",
            "io.clientele.modules.internal.Changes$1",
            "io.clientele.modules.internal.Swap",
            "io.clientele.modules.internal.WayBack",
            "io.clientele.modules.internal.framework.ModuleBundles",
            "io.clientele.modules.internal.store.ArchiveStore",
            "io.clientele.modules.internal.store.ChangeTable",
            "io.clientele.modules.internal.store.StartMarkers",
            "io.clientele.persistence.internal.BundleSchema",
            "io.clientele.persistence.internal.History",
            "io.clientele.persistence.internal.MigrationLock",
            "io.clientele.persistence.internal.MigrationRun",
            "io.clientele.persistence.internal.Migrator");

    private final int port;
    private final Server server;
    private final ModuleOffice office;
    private final ExecutorService hands = Executors.newSingleThreadExecutor();
    private int version;
    private int cutOff;
    private int migrations;

    private Saboteur(int port, Server server, ModuleOffice office) {
        this.port = port;
        this.server = server;
        this.office = office;
    }

    /** Starts a server that lets a debugger in. */
    static Saboteur on(@Nullable Location location) {
        int port = freePort();
        Server server = Server.start(Server.Setup.on(location).withJava(Debugger.option(port)));
        return new Saboteur(port, server, ModuleOffice.on(server));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change that somebody makes, from the upload of the archive on, and what is served before and after it. */
    record Attempt(String before, String after, Runnable change) {}

    /** A first installation; what was there before goes, its tables included. */
    Attempt installation() {
        if (!served().equals(ABSENT)) {
            office.admin().post(MODULE + "/uninstall", Map.of());
            office.admin().post(MODULE + "/purge", Map.of());
        }
        migrations = 2;
        ModuleJar jar = next();
        return new Attempt(ABSENT, told(version, migrations), () -> office.install(jar));
    }

    /** An update by one version and one migration; something is installed first if nothing is. */
    Attempt update() {
        if (served().equals(ABSENT)) {
            migrations = 1;
            office.install(next());
        }
        String before = served();
        migrations = office.admin().get(StepsModule.ROOT).body().path("tables").asInt() + 1;
        ModuleJar jar = next();
        return new Attempt(before, told(version, migrations), () -> office.update(jar));
    }

    /** An update whose migration cannot be taken back; there is an installed version. */
    Attempt updateWithoutWayBack() {
        String before = served();
        migrations++;
        version++;
        ModuleJar jar = StepsModule.withoutWayBack("1.0." + version, migrations);
        return new Attempt(before, told(version, migrations), () -> office.update(jar));
    }

    private ModuleJar next() {
        version++;
        return StepsModule.version("1.0." + version, migrations);
    }

    /** The newest change, as the journal tells it. */
    String newestChange() {
        return office.admin()
                .get("/api/v1/modules/changes")
                .body()
                .at("/items/0")
                .toString();
    }

    private static String told(int version, int migrations) {
        return "1.0." + version + " with tables " + migrations + " and rows " + migrations;
    }

    /** What the module answers, or the status if that is not 200. */
    String served() {
        Api.Answer answer = Api.anonymous(server).get(StepsModule.ROOT);
        return answer.status() == 200
                ? answer.text("version") + " with tables " + answer.text("tables") + " and rows " + answer.text("rows")
                : Integer.toString(answer.status());
    }

    /** The points that a change passes. */
    List<Point> trace(Attempt attempt) {
        Future<?> change = hands.submit(attempt.change());
        try (Debugger debugger = Debugger.attach(port)) {
            return debugger.trace(WATCHED, change);
        }
    }

    /** Kills the server when the change comes to {@code point}, or at its end: after an earlier kill it may go another way than the traced one. */
    void kill(Attempt attempt, Point point) {
        try (Debugger debugger = Debugger.attach(port)) {
            Debugger.Halt halt = debugger.halt(point);
            Future<?> change = hands.submit(attempt.change());
            if (halt.await(change)) {
                cutOff++;
            }
            server.kill();
            forget(change);
        }
    }

    /** How many changes were killed in their midst. */
    int cutOff() {
        return cutOff;
    }

    /** The answer does not arrive. */
    private static void forget(Future<?> change) {
        try {
            change.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UncheckedIOException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    void launch() {
        server.launch();
    }

    /** What the server itself finds wrong: changes that nobody ends, and differences between what is wanted and what runs. */
    String complaints() {
        Api.Answer catalogue = office.admin().get("/api/v1/modules");
        Api.Answer running = office.admin().get("/api/v1/modules/changes");
        StringBuilder found = new StringBuilder();
        catalogue.body().path("drift").forEach(drift -> found.append(drift).append('\n'));
        running.body().path("items").forEach(change -> {
            if (change.path("outcome").asText().equals("running")) {
                found.append(change).append('\n');
            }
        });
        return found.toString();
    }

    @Override
    public void close() {
        hands.shutdownNow();
        server.close();
    }
}
