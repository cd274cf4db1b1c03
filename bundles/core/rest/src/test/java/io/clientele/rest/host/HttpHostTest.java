package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpHostTest {
    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Client client = new Client(java.net.URI.create("http://localhost"));

    @BeforeAll
    void start() {
        host.use(new Tokens());
        host.add(new Notes());
        client = new Client(host.start().uri());
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @Test
    void adds_and_reads_back() {
        HttpResponse<String> added = client.post("/api/v1/notes", "{\"text\":\"Call Ada\",\"due\":\"2026-12-01\"}");

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        HttpResponse<String> read =
                client.get(added.headers().firstValue("Location").orElseThrow());
        assertThat(read.body()).contains("\"text\":\"Call Ada\"", "\"due\":\"2026-12-01\"", "\"kind\":\"plain\"");
        assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
    }

    @Test
    void answers_401_to_strangers_403_to_those_who_may_not_and_404_where_nothing_is() {
        assertThat(client.send(client.request("/api/v1/notes")).statusCode()).isEqualTo(401);
        assertThat(client.send(client.request("/api/v1/notes")
                                .header("Authorization", "Bearer reader")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v1/notes/999").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip"})
    void refuses_a_body_that_is_encoded_and_says_how_it_is_taken(String encoding) {
        HttpResponse<String> refused = client.send(client.writer("/api/v1/notes")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString("{\"text\":\"Call Ada\"}")));

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Accept-Encoding")).contains("identity");
        assertThat(refused.body()).contains("unsupported-media-type", "Content-Encoding");
    }

    @Test
    void takes_a_body_that_is_said_to_be_as_it_is_and_asks_nothing_of_requests_without_one() {
        assertThat(client.send(client.writer("/api/v1/notes")
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "identity")
                                .POST(BodyPublishers.ofString("{\"text\":\"Call Ada\"}")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(client.send(client.writer("/api/v1/notes").header("Content-Encoding", "gzip"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_for_how_long_nobody_has_asked() {
        long before = System.nanoTime();

        HttpResponse<String> unused = client.get("/api/v1/notes/999");

        assertThat(host.quietFor()).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - before));
    }

    @Test
    void keeps_a_connection_whose_body_nobody_wanted() {
        assertThat(IntStream.range(0, 300).mapToObj(i -> client.send(client.request("/api/v1/notes")
                                .header("Content-Type", "application/json")
                                .method(i % 2 == 0 ? "GET" : "POST", BodyPublishers.ofString("{}")))
                        .statusCode()))
                .hasSize(300)
                .containsOnly(401);
    }
}
