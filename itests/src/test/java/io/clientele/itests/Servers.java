package io.clientele.itests;

import io.clientele.testkit.TestDatabase;
import java.util.EnumMap;
import java.util.Map;

/** One running server for each database, shared by the tests of a run: each test makes the customers and users it needs. */
final class Servers {
    private static final Map<TestDatabase, Running> RUNNING = new EnumMap<>(TestDatabase.class);

    private Servers() {}

    private record Running(Server server, Api admin) {}

    static Server on(TestDatabase kind) {
        return running(kind).server();
    }

    /** The first administrator. */
    static Api admin(TestDatabase kind) {
        return running(kind).admin();
    }

    private static synchronized Running running(TestDatabase kind) {
        return RUNNING.computeIfAbsent(kind, k -> {
            Server server = Server.start(k);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return new Running(server, Api.signIn(server, "admin", server.firstPassword()));
        });
    }
}
