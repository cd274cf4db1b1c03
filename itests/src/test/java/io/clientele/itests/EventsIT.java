package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens is told while it happens. */
class EventsIT {
    @ParameterizedTest
    @EnumSource
    void whoever_listens_hears_of_a_new_customer(TestDatabase kind) throws Exception {
        Api admin = Servers.admin(kind);
        try (BufferedReader stream = listen(admin)) {
            String greeting = line(stream, "event: ");
            Answer added = admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Ann"));

            String event = line(stream, "data: {\"type\":\"registry.CustomerAdded\"");

            assertThat(greeting).isEqualTo("event: ready");
            assertThat(event).contains("\"customer\":\"" + added.text("id") + "\"", "\"detail\":{\"version\":1}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void feeds_are_listed_and_none_of_them_hangs(TestDatabase kind) {
        Api admin = Servers.admin(kind);

        Answer feeds = admin.get("/api/v1/feeds");

        assertThat(feeds.status()).as(feeds.raw().body()).isEqualTo(200);
        assertThat(feeds.body().path("items").findValuesAsText("state")).doesNotContain("hung");
        assertThat(admin.get("/health").raw().body()).contains("{\"name\":\"feeds\",\"good\":true,\"detail\":\"ok\"}");
        assertThat(Api.anonymous(admin.server()).get("/api/v1/feeds").status()).isEqualTo(401);
    }

    private static BufferedReader listen(Api api) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.server().uri("/api/v1/events/stream"))
                .header("Authorization", "Bearer " + api.token())
                .build();
        return new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8));
    }

    /** The next line that begins so; the host's signs of life keep coming if there is none. */
    private static String line(BufferedReader stream, String start) throws IOException {
        String line = stream.readLine();
        for (int read = 0; line != null && !line.startsWith(start) && read < 1_000; read++) {
            line = stream.readLine();
        }
        return String.valueOf(line);
    }
}
