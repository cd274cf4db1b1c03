package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.itests.Hooks.Post;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL share the work, whatever happens to one of them; the book of what they were told is kept outside. */
class NodesIT {
    private static final int AT_ONCE = 60;
    private final Set<String> acknowledged = new HashSet<>();

    @Test
    void each_event_is_handled_once_though_one_node_is_stopped_past_its_lease_and_another_is_killed() throws Exception {
        TestDatabase.Location database = TestDatabase.POSTGRESQL.create();
        try (Hooks hooks = new Hooks();
                Server one = Server.start(database.url(), database.user())) {
            ModuleOffice office = ModuleOffice.on(one);
            Answer installed = office.install(TallyModule.jar());
            try (Server other = Server.startBeside(one, database.url(), database.user())) {
                Tally tally = new Tally(database, Map.of(pid(one), one, pid(other), other));
                Api first = office.admin();
                Api second = new Api(other, first.token());
                hooks.subscribe(first);

                addCustomers(first, second);
                tally.await("a node handles events", () -> tally.rows() > AT_ONCE / 4);
                Server stopped = tally.busiest();
                signal(stopped, "STOP");
                Api awake = stopped == one ? second : first;
                addCustomers(awake, awake);
                tally.await("the other takes over", () -> tally.processes() == 2);
                signal(stopped, "CONT");
                addCustomers(first, second);
                tally.await("all are handled", () -> tally.rows() >= acknowledged.size());
                addCustomers(first, second);
                Server killed = tally.busiest();
                killed.kill();
                Api survivor = killed == one ? second : first;
                addCustomers(survivor, survivor);
                tally.await("all are handled by the one that is left", () -> tally.customers() == acknowledged.size());
                Awaitility.await("all of them are told outside")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> told(hooks).containsAll(acknowledged));

                assertThat(installed.text("outcome")).isEqualTo("done");
                assertThat(tally.rows()).isEqualTo(acknowledged.size());
                assertThat(tally.processes()).isEqualTo(2);
                assertThat(told(hooks)).isEqualTo(acknowledged);
                assertThat(hooks.posts.stream().map(Post::id).distinct()).hasSize(acknowledged.size());
            }
        }
    }

    private static Set<String> told(Hooks hooks) {
        Set<String> told = new HashSet<>();
        hooks.posts.forEach(post -> told.add(post.customer()));
        return told;
    }

    private static long pid(Server server) {
        return server.process().pid();
    }

    private void addCustomers(Api one, Api other) {
        for (int i = 0; i < AT_ONCE; i++) {
            Answer added = added(List.of(one, other).get(i % 2));
            assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
            acknowledged.add(added.text("id"));
        }
    }

    /** As clients do that lose nothing: a node that was stopped for long closes its connections as it wakes, with a request on them perhaps. */
    private Answer added(Api api) {
        Map<String, String> customer = Map.of("kind", "person", "name", "Node " + acknowledged.size());
        Map<String, String> once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        try {
            return api.post("/api/v1/customers", customer, once);
        } catch (UncheckedIOException e) {
            return api.post("/api/v1/customers", customer, once);
        }
    }

    private static void signal(Server server, String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid(server))).start();
        assertThat(kill.waitFor()).isZero();
    }
}
