package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
    private static final String FRIEND = "https://intranet.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private HttpHost host = new HttpHost(HostSettings.onFreePort());

    private Client start(Set<String> allowedOrigins) {
        host = new HttpHost(TestSettings.allowing(allowedOrigins));
        host.use(new Tokens());
        host.add(new Notes());
        return new Client(host.start().uri());
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static HttpRequest.Builder preflight(Client client, String origin) {
        return client.request("/api/v1/notes")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    @Test
    void a_page_of_an_allowed_origin_learns_what_it_may_send_and_read() {
        Client client = start(Set.of(FRIEND));

        HttpResponse<String> asked = client.send(preflight(client, FRIEND));
        HttpResponse<String> answered =
                client.send(client.writer("/api/v1/notes").header("Origin", FRIEND));

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue(ALLOW_ORIGIN)).contains(FRIEND);
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("PUT", "PATCH", "DELETE");
        assertThat(header(asked, "Access-Control-Allow-Headers")).contains("Authorization", "If-Match");
        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.headers().firstValue(ALLOW_ORIGIN)).contains(FRIEND);
        assertThat(header(answered, "Access-Control-Expose-Headers")).contains("ETag", "X-Trace-Id");
        assertThat(header(answered, "Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://intranet.example",
                "https://intranet.example.evil.example",
                "https://intranet.example:444",
                "null"
            })
    void a_page_of_any_other_origin_learns_nothing(String origin) {
        Client client = start(Set.of(FRIEND));

        HttpResponse<String> asked = client.send(preflight(client, origin));
        HttpResponse<String> answered =
                client.send(client.writer("/api/v1/notes").header("Origin", origin));

        assertThat(asked.statusCode()).isNotEqualTo(204);
        assertThat(corsHeaders(asked.headers())).isEmpty();
        assertThat(corsHeaders(answered.headers())).isEmpty();
        assertThat(header(answered, "Vary")).contains("Origin");
    }

    @Test
    void unless_configured_no_foreign_origin_is_allowed() {
        Client client = start(Set.of());

        assertThat(corsHeaders(client.send(preflight(client, FRIEND)).headers()))
                .isEmpty();
        assertThat(corsHeaders(client.send(client.writer("/api/v1/notes").header("Origin", FRIEND))
                        .headers()))
                .isEmpty();
    }

    @Test
    void a_problem_can_be_read_by_an_allowed_page_too() {
        Client client = start(Set.of(FRIEND));

        HttpResponse<String> refused =
                client.send(client.request("/api/v1/notes").header("Origin", FRIEND));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue(ALLOW_ORIGIN)).contains(FRIEND);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static Set<String> corsHeaders(HttpHeaders headers) {
        return headers.map().keySet().stream()
                .filter(name -> name.startsWith("access-control-"))
                .collect(java.util.stream.Collectors.toSet());
    }
}
