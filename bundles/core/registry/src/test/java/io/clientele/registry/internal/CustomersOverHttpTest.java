package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomersOverHttpTest {
    private static final String ADA = "{\"kind\":\"person\",\"name\":\"王小明\",\"tags\":[\"VIP\"],"
            + "\"contactPoints\":[{\"kind\":\"email\",\"value\":\"w@example.com\"},"
            + "{\"kind\":\"postal\",\"city\":\"上海\"}]}";

    @ParameterizedTest
    @EnumSource
    void creates_reads_patches_and_lists(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            HttpResponse<String> added = server.send("POST", "/api/v1/customers", ADA);
            String place = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();
            HttpResponse<String> read = server.send("GET", place, null);
            HttpResponse<String> patched =
                    server.send("PATCH", place, "{\"name\":\"Ada\",\"tags\":null}", "If-Match", "\"1\"");
            HttpResponse<String> list =
                    server.send("GET", "/api/v1/customers?filter=name==ada*&total=true&fields=name,tags", null);

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(read.body()).isEqualTo(added.body());
            assertThat(read.headers().firstValue("ETag")).contains("\"1\"");
            assertThat(read.body())
                    .contains(
                            "\"romanName\":\"wang xiao ming\"",
                            "\"tags\":[\"VIP\"]",
                            "\"contactPoints\":[{\"kind\":\"email\",\"value\":\"w@example.com\"},"
                                    + "{\"kind\":\"postal\",\"city\":\"上海\"}]");
            assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
            assertThat(patched.headers().firstValue("ETag")).contains("\"2\"");
            assertThat(list.body()).contains("{\"name\":\"Ada\",\"tags\":[]}", "\"total\":1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void guards_writes_with_what_was_read(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            HttpResponse<String> added = server.send("POST", "/api/v1/customers", ADA);
            String place = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();

            assertThat(server.send("PUT", place, ADA).statusCode()).isEqualTo(428);
            assertThat(server.send("PUT", place, ADA, "If-Match", "\"7\"").statusCode())
                    .isEqualTo(412);
            HttpResponse<String> sentBack = server.send("PUT", place, added.body(), "If-Match", "\"1\"");
            assertThat(sentBack.statusCode()).as(sentBack.body()).isEqualTo(200);
            assertThat(server.send("PATCH", place, "{\"nmae\":\"x\"}", "If-Match", "\"1\"")
                            .body())
                    .contains("/nmae");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hides_foreign_customers_and_all_that_belongs_to_them(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            HttpResponse<String> added = server.send("POST", "/api/v1/customers", ADA);
            String place = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();
            String[] bert = {"Authorization", "Bearer bert"};

            assertThat(server.send("GET", place, null, bert).statusCode()).isEqualTo(404);
            assertThat(server.send("GET", place + "/interactions", null, bert).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("GET", place + "/purchases", null, bert).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("GET", place + "/relations", null, bert).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("GET", place + "/consents", null, bert).statusCode())
                    .isEqualTo(404);
            assertThat(server.send("GET", "/api/v1/customers", null, bert).body())
                    .contains("\"items\":[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_interactions_and_purchases(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            HttpResponse<String> added = server.send("POST", "/api/v1/customers", ADA);
            String place = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();

            HttpResponse<String> call = server.send(
                    "POST",
                    place + "/interactions",
                    "{\"kind\":\"call\",\"direction\":\"in\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"text\":\"hi\"}");
            HttpResponse<String> bought = server.send(
                    "POST",
                    place + "/purchases",
                    "{\"source\":\"shop\",\"externalId\":\"1\",\"purchasedOn\":\"2026-01-02\",\"currency\":\"EUR\","
                            + "\"lines\":[{\"product\":\"CD\",\"quantity\":2,\"amount\":10.50,\"margin\":3}]}");
            HttpResponse<String> wrong = server.send("POST", place + "/purchases", "{\"currency\":\"ABCD\"}");

            assertThat(call.statusCode()).as(call.body()).isEqualTo(201);
            assertThat(bought.statusCode()).as(bought.body()).isEqualTo(201);
            assertThat(bought.body()).contains("\"cost\":7.50", "\"amount\":10.50");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("/purchasedOn", "/currency");
            assertThat(server.send("GET", place + "/interactions", null).body()).contains("\"kind\":\"call\"");
            assertThat(server.send("GET", place + "/purchases", null).body()).contains("\"returned\":false");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_what_customers_said_about_being_approached(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            HttpResponse<String> added = server.send("POST", "/api/v1/customers", ADA);
            String place = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();

            HttpResponse<String> given = server.send(
                    "POST",
                    place + "/consents",
                    "{\"channel\":\"email\",\"decision\":\"given\",\"source\":\"web form\"}");
            HttpResponse<String> wrong = server.send("POST", place + "/consents", "{\"source\":\"x\"}");

            assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
            assertThat(given.body()).contains("\"purpose\":\"marketing\"", "\"counts\":true");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("/channel", "/decision");
            assertThat(server.send("GET", place + "/consents", null).body()).contains("\"decision\":\"given\"");
            assertThat(server.send("GET", "/api/v1/customers?filter=consent.email==true&facts=consent.email", null)
                            .body())
                    .contains("\"facts\":{\"consent.email\":true}");
        }
    }
}
