package io.clientele.rest.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain operations answer alike, whether the framework is around them or not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectTest {
    /** What the short way takes, and what only the framework understands. */
    private static final List<String> WAYS = List.of("application/json", "application/json;q=0.9");

    private final HttpHost host = new HttpHost(HostSettings.onFreePort());
    private Client client = new Client(URI.create("http://localhost"));

    @BeforeAll
    void start() {
        host.use(new Tokens());
        host.add(new Echoes());
        client = new Client(host.start().uri());
    }

    @AfterAll
    void stop() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
        GET    /api/v1/echoes                       | -            | -                  | 200
        GET    /api/v1/echoes?first=a+b%26&first=c  | -            | X-Second: x        | 200
        GET    /api/v1/echoes?fields=text           | -            | -                  | 200
        GET    /api/v1/echoes?fields=txt            | -            | -                  | 400
        GET    /api/v1/echoes/one?more=%E4%B8%8A    | -            | -                  | 200
        GET    /api/v1/echoes/one                   | -            | If-None-Match: "7" | 304
        GET    /api/v1/echoes/one                   | -            | If-None-Match: "8" | 200
        GET    /api/v1/echoes/on%65                 | -            | -                  | 200
        GET    /api/v1/echoes/one/                  | -            | -                  | 200
        GET    /api/v1/echoes/one/two               | -            | -                  | 404
        GET    /api/v1/echoes/fixed/wall            | -            | -                  | 200
        GET    /api/v1/echoes/moved                 | -            | -                  | 303
        GET    /api/v1/echoes/absent                | -            | -                  | 404
        GET    /api/v1/echoes/broken                | -            | -                  | 500
        GET    /api/v1/echoes/full                  | -            | -                  | 507
        HEAD   /api/v1/echoes/one                   | -            | -                  | 200
        PATCH  /api/v1/echoes/one                   | {}           | -                  | 405
        POST   /api/v1/echoes                       | {"text":"a"} | -                  | 201
        POST   /api/v1/echoes                       | {"text":" "} | -                  | 400
        POST   /api/v1/echoes                       | {"txt":"a"}  | -                  | 400
        POST   /api/v1/echoes                       | {            | -                  | 400
        POST   /api/v1/echoes                       | -            | -                  | 400
        PUT    /api/v1/echoes/one                   | {"text":"a"} | If-Match: "3"      | 200
        PUT    /api/v1/echoes/one                   | {"text":"a"} | -                  | 428
        DELETE /api/v1/echoes/one                   | -            | -                  | 204
        DELETE /api/v1/echoes/absent                | -            | -                  | 404
        """)
    void both_ways_give_the_same_answer(String operation, String body, String header, int status) {
        List<Object> answers = WAYS.stream()
                .map(accept -> client.send(asked(operation, body, header).header("Accept", accept)))
                .map(DirectTest::comparable)
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1)).asString().startsWith(status + " ");
    }

    @Test
    void nobody_gets_in_by_the_short_way_who_does_not_by_the_long_one() {
        List<Object> answers = WAYS.stream()
                .map(accept -> client.send(client.request("/api/v1/echoes").header("Accept", accept)))
                .map(DirectTest::comparable)
                .toList();

        assertThat(answers.get(0)).isEqualTo(answers.get(1)).asString().startsWith("401 ");
    }

    private HttpRequest.Builder asked(String operation, String body, String header) {
        String[] methodAndPath = operation.split(" +", 2);
        HttpRequest.Builder request = client.writer(methodAndPath[1])
                .method(methodAndPath[0], body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return header == null ? request : request.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
    }

    private static Object comparable(HttpResponse<String> answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        List.of("date", "x-trace-id", "content-length", "transfer-encoding").forEach(headers::remove);
        return answer.statusCode() + " " + headers + "\n" + answer.body().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }

    @Test
    void the_description_names_what_a_list_is_asked_for_with_and_no_body() {
        String description = client.get("/api/openapi.json").body();

        assertThat(description)
                .contains(
                        "{\"in\":\"query\",\"name\":\"first\",\"required\":false,\"schema\":{\"type\":\"string\"",
                        "{\"in\":\"header\",\"name\":\"X-Second\"",
                        "\"name\":\"fields\"",
                        "\"name\":\"Idempotency-Key\"");
        assertThat(description).doesNotContain("schemas/Query");
    }
}
