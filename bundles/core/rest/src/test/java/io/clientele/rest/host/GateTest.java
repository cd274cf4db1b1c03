package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.Route;
import io.clientele.rest.spi.RouteGate;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final String MODULE = "io.example.visitor";
    private static final RouteGate.Obstacle BUSY = new RouteGate.Obstacle("it reads", true);

    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final RoutesTest.Visitor visitor = new RoutesTest.Visitor();
    private final Map<String, RouteGate.Obstacle> obstacles = new ConcurrentHashMap<>();
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeEach
    void start() {
        host.use(new Tokens());
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private RouteGate gate() {
        return bundle -> () -> Optional.ofNullable(obstacles.get(bundle));
    }

    private int status(String path) {
        return client.get(path).statusCode();
    }

    private void letIn(String path) {
        Awaitility.await("it is let in").until(() -> status(path) == 200);
    }

    @Test
    void a_module_that_is_not_ready_answers_503_until_it_is() {
        obstacles.put(MODULE, BUSY);
        host.guard(gate());
        host.addAtGate(visitor, MODULE);

        HttpResponse<String> early = client.get("/api/v1/visitor");
        Awaitility.await("it is asked").until(() -> host.obstacle(MODULE).equals(Optional.of(BUSY)));

        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).contains("1");
        assertThat(early.body()).contains("https://clientele.io/problems/module-away", MODULE);
        assertThat(status("/api/v1/visitor")).isEqualTo(503);
        assertThat(host.of(MODULE)).isEmpty();
        obstacles.clear();
        letIn("/api/v1/visitor");
        assertThat(host.of(MODULE)).containsExactly(new Route("GET", "/api/v1/visitor", "/api/v1/visitor", null));
        assertThat(host.obstacle(MODULE)).isEmpty();
    }

    @Test
    void nobody_else_waits_for_it() {
        obstacles.put(MODULE, BUSY);
        host.guard(gate());
        host.addAtGate(visitor, MODULE);
        host.addAtGate(new Notes(), "io.example.notes");

        letIn("/api/v1/notes/greeting");

        assertThat(status("/api/v1/visitor")).isEqualTo(503);
    }

    @Test
    void without_a_gate_a_module_waits_for_one() {
        host.add(new Notes());
        host.addAtGate(visitor, MODULE);

        assertThat(status("/api/v1/notes/greeting")).isEqualTo(200);
        assertThat(status("/api/v1/visitor")).isEqualTo(503);
        host.guard(gate());
        letIn("/api/v1/visitor");
    }

    @Test
    void a_module_that_comes_again_is_asked_for_again() {
        host.guard(gate());
        host.addAtGate(visitor, MODULE);
        letIn("/api/v1/visitor");
        host.remove(visitor);
        obstacles.put(MODULE, BUSY);

        host.addAtGate(new RoutesTest.Visitor(), MODULE);

        Awaitility.await("it is asked").until(() -> host.obstacle(MODULE).equals(Optional.of(BUSY)));
        assertThat(status("/api/v1/visitor")).isEqualTo(503);
    }

    @Test
    void a_gate_that_fails_is_asked_again() {
        obstacles.put(MODULE, BUSY);
        host.guard(bundle -> () -> {
            if (obstacles.remove(bundle) != null) {
                throw new IllegalStateException("the first time");
            }
            return Optional.empty();
        });

        host.addAtGate(visitor, MODULE);

        letIn("/api/v1/visitor");
        assertThat(obstacles).isEmpty();
    }
}
