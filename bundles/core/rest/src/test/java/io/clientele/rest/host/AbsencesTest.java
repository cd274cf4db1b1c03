package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.rest.Route;
import io.clientele.rest.Routes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final List<String> ROOTS = List.of("/api/v1/visitor");
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private final RoutesTest.Visitor visitor = new RoutesTest.Visitor();
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeEach
    void start() {
        host.use(new Tokens());
        host.add(new Notes());
        host.add(visitor, "io.example.visitor");
        client = new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void paths_of_a_module_that_is_away_answer_503_and_name_it_whether_they_are_routed_or_not() {
        host.announce("visitor", ROOTS, Duration.ofSeconds(2));

        HttpResponse<String> routed = client.get("/api/v1/visitor");
        host.remove(visitor);
        HttpResponse<String> gone = client.get("/api/v1/visitor/below");

        assertThat(routed.statusCode()).isEqualTo(503);
        assertThat(routed.headers().firstValue("Retry-After")).contains("2");
        assertThat(routed.body()).contains("https://clientele.io/problems/module-away", "The module visitor is away");
        assertThat(gone.statusCode()).isEqualTo(503);
    }

    @Test
    void paths_with_variables_answer_503_too() {
        host.announce("visitor", List.of("/api/v1/notes/{note}/visitor"), Duration.ofSeconds(2));

        assertThat(client.get("/api/v1/notes/7/visitor").statusCode()).isEqualTo(503);
        assertThat(client.get("/api/v1/notes/7/visitor/below").statusCode()).isEqualTo(503);
        assertThat(client.get("/api/v1/notes/7/visitors").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/notes/greeting").statusCode()).isEqualTo(200);
    }

    @Test
    void other_paths_do_not_notice() {
        host.announce("visitor", ROOTS, Duration.ofSeconds(2));

        assertThat(client.get("/api/v1/notes/greeting").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/visitors").statusCode()).isEqualTo(404);
    }

    @Test
    void only_who_has_the_pass_gets_in_before_the_module_is_back() {
        Routes.Absence absence = host.announce("visitor", ROOTS, Duration.ofSeconds(2));

        int without = client.get("/api/v1/visitor").statusCode();
        int guessed = client.send(client.writer("/api/v1/visitor").header(Routes.PASS, "0"))
                .statusCode();
        int with = client.send(client.writer("/api/v1/visitor").header(Routes.PASS, absence.pass()))
                .statusCode();
        absence.close();

        assertThat(List.of(without, guessed, with)).containsExactly(503, 503, 200);
        assertThat(client.get("/api/v1/visitor").statusCode()).isEqualTo(200);
    }

    @Test
    void the_routes_of_a_bundle_are_those_of_its_resources() {
        assertThat(host.of("io.example.visitor"))
                .containsExactly(new Route("GET", "/api/v1/visitor", "/api/v1/visitor", null));
        assertThat(host.of("io.example.nobody")).isEmpty();

        host.remove(visitor);

        assertThat(host.of("io.example.visitor")).isEmpty();
    }
}
