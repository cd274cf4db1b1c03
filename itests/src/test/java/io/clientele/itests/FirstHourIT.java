package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README shows a newcomer. */
class FirstHourIT {
    @ParameterizedTest
    @EnumSource
    void keeps_a_customer_and_finds_it_by_city_and_romanised_name(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        String city = unique("上海");

        Answer added = admin.post("/api/v1/customers", wang(city));
        Answer read = admin.get(added.header("Location").replaceAll("^https?://[^/]+", ""));
        Answer found = admin.get(customers("address.city==" + city + ";name==wang*"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(read.text("name")).isEqualTo("王小明");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(found.body().path("items")).hasSize(1);
        assertThat(found.body().at("/items/0/id")).isEqualTo(read.body().path("id"));
    }

    @ParameterizedTest
    @EnumSource
    void refuses_an_unknown_fact_with_its_place_and_a_suggestion(TestDatabase kind) {
        Answer answer = Servers.admin(kind).get(customers("nmae==x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("filter");
        assertThat(answer.body().at("/errors/0/detail").asText()).contains("1", "name");
        assertThat(answer.text("traceId")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void lets_no_stale_writer_win(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        String path = "/api/v1/customers/"
                + admin.post("/api/v1/customers", wang(unique("c"))).text("id");

        Answer first = admin.patch(path, Map.of("status", "active"), "\"1\"");
        Answer stale = admin.patch(path, Map.of("status", "inactive"), "\"1\"");
        Answer blind =
                admin.send("PATCH", path, Api.json("{}"), Map.of("Content-Type", "application/merge-patch+json"));

        assertThat(List.of(first.status(), stale.status(), blind.status())).containsExactly(200, 412, 428);
        assertThat(admin.get(path).text("status")).isEqualTo("active");
    }

    @ParameterizedTest
    @EnumSource
    void describes_exactly_what_is_installed(TestDatabase kind) {
        JsonNode paths = Servers.admin(kind).get("/api/openapi.json").body().path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .anyMatch(path -> path.endsWith("/v1/customers/{id}"))
                .anyMatch(path -> path.endsWith("/v1/facts"))
                .anyMatch(path -> path.endsWith("/v1/session"));
    }

    @ParameterizedTest
    @EnumSource
    void tells_its_health_and_how_durable_it_is(TestDatabase kind) {
        Answer health = Api.anonymous(Servers.on(kind)).get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.raw().body()).contains("durable");
    }

    @ParameterizedTest
    @EnumSource
    void verifies_the_audit_chain(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        admin.post("/api/v1/customers", wang(unique("c")));

        Answer verification = admin.get("/api/v1/audit/verification");

        assertThat(verification.body().path("intact").asBoolean()).isTrue();
        assertThat(verification.body().path("entries").asLong()).isPositive();
    }

    static Map<String, Object> wang(String city) {
        return Map.of(
                "kind",
                "person",
                "name",
                "王小明",
                "contactPoints",
                List.of(Map.of("kind", "postal", "city", city, "country", "CN")));
    }

    static String customers(String filter) {
        return "/api/v1/customers?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }
}
