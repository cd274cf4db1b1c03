package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.access.Caller;
import io.clientele.registry.internal.rest.CustomersResource;
import io.clientele.registry.internal.rest.InteractionsResource;
import io.clientele.registry.internal.rest.PurchasesResource;
import io.clientele.registry.internal.rest.RelationsResource;
import io.clientele.rest.host.HostSettings;
import io.clientele.rest.host.HttpHost;
import io.clientele.rest.spi.Identity;
import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomersOverHttpTest {
    private static final String ADA = "{\"kind\":\"person\",\"name\":\"王小明\",\"tags\":[\"VIP\"],"
            + "\"contactPoints\":[{\"kind\":\"email\",\"value\":\"w@example.com\"},"
            + "{\"kind\":\"postal\",\"city\":\"上海\"}]}";

    /** Anna and Bert sign in with their names. */
    private record Signed(TestRegistry test, Caller caller) implements Identity {
        @Override
        public String name() {
            return caller.login();
        }

        @Override
        public boolean may(String permission) {
            return caller.may(permission);
        }

        @Override
        public Scope enter() {
            return test.enter(caller);
        }
    }

    /** One server with the resources of the registry. */
    private static final class Server implements AutoCloseable {
        private final TestRegistry test;
        private final HttpHost host = new HttpHost(HostSettings.onFreePort());
        private final HttpClient client = HttpClient.newHttpClient();
        private final URI uri;

        Server(TestDatabase kind) {
            test = new TestRegistry(kind);
            host.use(credentials -> Optional.of(new Signed(
                    test, "Bearer bert".equals(credentials.authorization()) ? TestRegistry.BERT : TestRegistry.ANNA)));
            host.add(new CustomersResource(test.registry));
            host.add(new InteractionsResource(new RecordedTimeline(test.foundation)));
            host.add(new PurchasesResource(new RecordedPurchases(test.foundation)));
            host.add(new RelationsResource(new VisibleRelations(test.foundation)));
            uri = host.start().uri();
        }

        HttpResponse<String> send(String method, String path, @Nullable String body, String... headers)
                throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            if (headers.length == 0 || !headers[0].equals("Authorization")) {
                request.header("Authorization", "Bearer anna");
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }

        @Override
        public void close() {
            host.close();
            test.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void creates_reads_patches_and_lists(TestDatabase kind) throws Exception {
        try (Server server = new Server(kind)) {
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
        try (Server server = new Server(kind)) {
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
        try (Server server = new Server(kind)) {
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
            assertThat(server.send("GET", "/api/v1/customers", null, bert).body())
                    .contains("\"items\":[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps_interactions_and_purchases(TestDatabase kind) throws Exception {
        try (Server server = new Server(kind)) {
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
}
