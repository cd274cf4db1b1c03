package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No resource hides the paths of another, however a client asks. */
class PathsOverHttpTest {
    private static final String AXIOS = "application/json, text/plain, */*";

    private static String added(RegistryServer server, String path, String body, String... headers) throws Exception {
        HttpResponse<String> added = server.send("POST", path, body, headers);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String customer(RegistryServer server) throws Exception {
        return added(server, "/api/v1/customers", "{\"kind\":\"person\",\"name\":\"Ada\"}");
    }

    /** What each path answers, by its status. */
    private static Map<String, Integer> statuses(
            RegistryServer server, String method, String[] paths, String... headers) throws Exception {
        Map<String, Integer> statuses = new TreeMap<>();
        for (String path : paths) {
            statuses.put(path, server.send(method, path, null, headers).statusCode());
        }
        return statuses;
    }

    private static String[] readable(RegistryServer server) throws Exception {
        String ada = customer(server);
        String view = added(server, "/api/v1/views", "{\"name\":\"Ours\",\"shared\":\"all\"}");
        return new String[] {
            "/api/v1/customers",
            ada,
            ada + "/merges",
            ada + "/history",
            ada + "/consents",
            ada + "/purchases",
            ada + "/relations",
            ada + "/interactions",
            "/api/v1/handovers",
            "/api/v1/views",
            view
        };
    }

    @ParameterizedTest
    @EnumSource
    void all_are_read_by_clients_that_take_more_than_json(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String[] paths = readable(server);

            assertThat(statuses(server, "GET", paths, "Authorization", "Bearer lead", "Accept", AXIOS))
                    .hasSize(paths.length)
                    .allSatisfy((path, status) -> assertThat(status).isEqualTo(200));
            assertThat(statuses(server, "GET", paths, "Authorization", "Bearer lead", "Accept", "application/*"))
                    .allSatisfy((path, status) -> assertThat(status).isEqualTo(200));
            assertThat(statuses(server, "HEAD", paths, "Authorization", "Bearer lead"))
                    .allSatisfy((path, status) -> assertThat(status).isEqualTo(200));
            assertThat(statuses(server, "OPTIONS", paths, "Authorization", "Bearer lead"))
                    .allSatisfy((path, status) -> assertThat(status).isBetween(200, 204));
        }
    }

    @ParameterizedTest
    @EnumSource
    void of_a_customer_tell_apart_what_cannot_be_done_and_what_is_not_there(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String ada = customer(server);

            assertThat(server.send("DELETE", ada, null).statusCode()).isEqualTo(405);
            assertThat(server.send("PUT", ada, "Ada", "Content-Type", "text/plain", "If-Match", "\"1\"")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(server.send("POST", ada + "/merge", "{}", "Accept", AXIOS)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.send("GET", ada + "/nothing", null, "Accept", AXIOS)
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
