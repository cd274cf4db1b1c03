package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergesOverHttpTest {
    private static final String[] LEAD = {"Authorization", "Bearer lead", "If-Match", "\"1\""};
    private static final String[] LEAD_LATER = {"Authorization", "Bearer lead", "If-Match", "\"2\""};
    private static final String[] BERT = {"Authorization", "Bearer bert"};

    private static String add(RegistryServer server, String name) throws Exception {
        HttpResponse<String> added =
                server.send("POST", "/api/v1/customers", "{\"kind\":\"person\",\"name\":\"" + name + "\"}");
        return URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @EnumSource
    void merges_tells_of_the_survivor_and_takes_apart_again(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String ada = add(server, "Ada");
            String twin = add(server, "Adele");
            String other = "{\"other\":\"" + id(twin) + "\",\"otherVersion\":1}";

            HttpResponse<String> merged = server.send("POST", ada + "/merge", other, LEAD);
            HttpResponse<String> former = server.send("GET", twin, null);
            HttpResponse<String> foreign = server.send("GET", twin, null, BERT);
            HttpResponse<String> list = server.send("GET", ada + "/merges", null);
            HttpResponse<String> parted =
                    server.send("POST", ada + "/unmerge", other.replace(",\"otherVersion\":1", ""), LEAD_LATER);

            assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
            assertThat(merged.body()).contains("\"otherName\":\"Adele\"", "\"interactions\":0");
            assertThat(former.statusCode()).isEqualTo(410);
            assertThat(former.body()).contains("/problems/customer-merged", "\"successor\":\"" + id(ada) + "\"");
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).doesNotContain(id(ada));
            assertThat(list.body()).contains("\"other\":\"" + id(twin) + "\"");
            assertThat(parted.statusCode()).as(parted.body()).isEqualTo(200);
            assertThat(parted.body()).isEqualTo("{\"customer\":\"" + id(twin) + "\",\"version\":2}");
            assertThat(server.send("GET", twin, null).body()).contains("\"name\":\"Adele\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_what_it_would_do_and_asks_for_what_was_read(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String ada = add(server, "Ada");
            String twin = add(server, "Adele");
            String other = "{\"other\":\"" + id(twin) + "\"";

            HttpResponse<String> dry =
                    server.send("POST", ada + "/merge", other + ",\"dryRun\":true}", "Authorization", "Bearer lead");
            HttpResponse<String> without = server.send("POST", ada + "/merge", other + "}", LEAD);
            HttpResponse<String> unread =
                    server.send("POST", ada + "/merge", other + "}", "Authorization", "Bearer lead");
            HttpResponse<String> agent = server.send("POST", ada + "/merge", other + "}");

            assertThat(dry.body()).contains("\"differing\":[\"name\"]", "\"purchases\":0");
            assertThat(without.statusCode()).isEqualTo(400);
            assertThat(without.body()).contains("/otherVersion");
            assertThat(unread.statusCode()).isEqualTo(428);
            assertThat(agent.statusCode()).isEqualTo(403);
            assertThat(server.send("GET", twin, null).statusCode()).isEqualTo(200);
        }
    }
}
