package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends null where something must stand learns where. */
class NullsOverHttpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/v1/customer-changes {\"ids\":[null],\"change\":{\"addTags\":[\"x\"]}} /ids/0",
                "/api/v1/customer-changes {\"ids\":[\"x\"],\"change\":{\"addTags\":[\"x\"]}} /ids/0",
                "/api/v1/customer-changes {\"filter\":\"\",\"change\":{\"addTags\":[\"x\",null]}} /change/addTags/1",
                "/api/v1/customer-changes {\"filter\":\"\",\"change\":{\"removeTags\":[null]}} /change/removeTags/0",
                "/api/v1/customer-changes {\"filter\":\"\",\"change\":{\"set\":{\"status\":null}}} /change/set/status",
                "/api/v1/customer-changes/undo {\"undo\":[null]} /undo/0",
                "/api/v1/customer-changes/undo "
                        + "{\"undo\":[{\"id\":\"0\",\"version\":1,\"status\":\"active\",\"tags\":[null]}]} /undo/0/tags/0",
                "/api/v1/customer-changes/undo {\"undo\":[{\"version\":1,\"status\":\"active\"}]} /undo/0/id",
                "/api/v1/customer-changes/undo {\"undo\":[{\"id\":\"0\",\"version\":1}]} /undo/0/status",
                "/api/v1/views {\"name\":\"v\",\"columns\":[null]} /columns/0",
                "/api/v1/customers {\"kind\":\"person\",\"name\":\"A\",\"tags\":[null]} /tags/0",
                "/api/v1/customers {\"kind\":\"person\",\"name\":\"A\",\"identifiers\":[null]} /identifiers/0",
                "/api/v1/customers {\"kind\":\"person\",\"name\":\"A\",\"contactPoints\":[null]} /contactPoints/0"
            })
    void is_told_of_the_place(String path, String body, String pointer) throws Exception {
        try (RegistryServer server = new RegistryServer(TestDatabase.H2)) {
            HttpResponse<String> answer = server.send("POST", path, body);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/interactions {\"kind\":\"call\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"people\":[null]} /people/0",
                "/purchases {\"purchasedOn\":\"2026-01-01\",\"currency\":\"EUR\",\"lines\":[null]} /lines/0",
                "/purchases {\"purchasedOn\":\"2026-01-01\",\"currency\":\"EUR\",\"source\":\"shop\",\"externalId\":\"\","
                        + "\"lines\":[{\"product\":\"CD\",\"quantity\":1,\"amount\":1}]} /externalId",
                "/relations {\"kind\":null,\"to\":null} /to",
                "/merge {\"other\":null,\"otherVersion\":null,\"fromOther\":[null]} /otherVersion"
            })
    void is_told_of_the_place_in_what_belongs_to_a_customer(String path, String body, String pointer) throws Exception {
        try (RegistryServer server = new RegistryServer(TestDatabase.H2)) {
            HttpResponse<String> added =
                    server.send("POST", "/api/v1/customers", "{\"kind\":\"person\",\"name\":\"Ada\"}");
            String ada = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();

            HttpResponse<String> answer =
                    server.send("POST", ada + path, body, "Authorization", "Bearer lead", "If-Match", "\"1\"");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"pointer\":\"" + pointer + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"\"filter\":\"\" 200", "\"filter\":null 200", "\"filter\":\"(\" 400"})
    void no_filter_of_a_hand_over_is_every_customer(String filter, int status) throws Exception {
        try (RegistryServer server = new RegistryServer(TestDatabase.H2)) {
            String from = TestRegistry.ANNA.user().toString();
            String to = TestRegistry.BERT.user().toString();
            HttpResponse<String> answer = server.send(
                    "POST",
                    "/api/v1/handovers",
                    "{\"from\":\"" + from + "\",\"toUser\":\"" + to + "\",\"dryRun\":true," + filter + "}",
                    "Authorization",
                    "Bearer lead");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            assertThat(answer.body()).containsAnyOf("\"customers\":", "\"pointer\":\"/filter\"");
        }
    }
}
