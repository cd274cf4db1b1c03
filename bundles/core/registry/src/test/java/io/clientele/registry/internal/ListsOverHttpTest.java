package io.clientele.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListsOverHttpTest {
    private static final String[] BERT = {"Authorization", "Bearer bert"};

    private static String add(RegistryServer server, String name) throws Exception {
        HttpResponse<String> added = server.send(
                "POST",
                "/api/v1/customers",
                "{\"kind\":\"person\",\"name\":\"" + name + "\",\"tags\":[\"VIP\"],"
                        + "\"contactPoints\":[{\"kind\":\"postal\",\"city\":\"上海\"}]}");
        return URI.create(added.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static String id(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @EnumSource
    void tell_the_facts_that_were_asked_for(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String place = add(server, "Ada");
            server.send(
                    "POST",
                    place + "/purchases",
                    "{\"purchasedOn\":\"2026-01-02\",\"currency\":\"EUR\","
                            + "\"lines\":[{\"product\":\"CD\",\"quantity\":2,\"amount\":10.50}]}");

            HttpResponse<String> list = server.send(
                    "GET", "/api/v1/customers?facts=address.city,purchases.last,tag,timeline.lastContact", null);
            HttpResponse<String> unknown = server.send("GET", "/api/v1/customers?facts=adress.city", null);

            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
            assertThat(list.body())
                    .contains("\"name\":\"Ada\"")
                    .contains(
                            "\"facts\":{\"address.city\":\"上海\",\"purchases.last\":\"2026-01-02\",\"tag\":[\"vip\"]}}");
            assertThat(unknown.statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_changed_as_a_whole_and_changed_back(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String ada = add(server, "Ada");
            String change = "{\"ids\":[\"" + id(ada) + "\"],\"change\":{\"set\":{\"status\":\"active\",\"team\":null},"
                    + "\"addTags\":[\"Fair\"],\"removeTags\":[\"vip\"]}}";

            HttpResponse<String> changed = server.send("POST", "/api/v1/customer-changes", change);
            HttpResponse<String> after = server.send("GET", ada, null);
            HttpResponse<String> undone = server.send("POST", "/api/v1/customer-changes/undo", changed.body());
            HttpResponse<String> again = server.send("POST", "/api/v1/customer-changes/undo", changed.body());

            assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
            assertThat(changed.body()).contains("\"changed\":1,\"unchanged\":0,\"failed\":[]");
            assertThat(after.body()).contains("\"status\":\"active\"", "\"tags\":[\"Fair\"]");
            assertThat(undone.body()).contains("\"changed\":1");
            assertThat(server.send("GET", ada, null).body())
                    .contains("\"status\":\"prospect\"", "\"tags\":[\"VIP\"]", "\"version\":3");
            assertThat(again.body()).contains("\"changed\":0", "It has changed since");
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_not_changed_by_what_says_too_little(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String nobody = "{\"change\":{\"set\":{\"status\":\"active\"}}}";
            String nothing = "{\"filter\":\"\",\"change\":{}}";
            String unknown = "{\"filter\":\"\",\"change\":{\"set\":{\"name\":\"x\"}}}";

            assertThat(server.send("POST", "/api/v1/customer-changes", nobody).statusCode())
                    .isEqualTo(400);
            assertThat(server.send("POST", "/api/v1/customer-changes", nothing).statusCode())
                    .isEqualTo(400);
            assertThat(server.send("POST", "/api/v1/customer-changes", unknown).body())
                    .contains("/change/set/name");
        }
    }

    @ParameterizedTest
    @EnumSource
    void have_a_history_for_each_customer_that_only_those_read_who_see_it(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String ada = add(server, "Ada");
            server.send("PATCH", ada, "{\"name\":\"Ada Lovelace\"}", "If-Match", "\"1\"");

            HttpResponse<String> history = server.send("GET", ada + "/history", null);
            HttpResponse<String> foreign = server.send("GET", ada + "/history", null, BERT);
            HttpResponse<String> absent = server.send("GET", "/api/v1/customers/000000000000Z/history", null, BERT);

            assertThat(history.body())
                    .contains(
                            "\"login\":\"user2\",\"action\":\"registry.CustomerChanged\","
                                    + "\"detail\":{\"before\":{\"name\":\"Ada\"},\"after\":{\"name\":\"Ada Lovelace\"}}",
                            "\"action\":\"registry.CustomerAdded\"");
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(absent.statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_saved_and_shared_and_removed(TestDatabase kind) throws Exception {
        try (RegistryServer server = new RegistryServer(kind)) {
            String body = "{\"name\":\"Shanghai\",\"filter\":\"address.city==上海\",\"columns\":[\"name\"],"
                    + "\"shared\":\"nobody\"}";
            HttpResponse<String> added = server.send("POST", "/api/v1/views", body);
            String view = URI.create(added.headers().firstValue("Location").orElseThrow())
                    .getPath();

            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            assertThat(server.send("GET", view, null, BERT).statusCode()).isEqualTo(404);
            assertThat(server.send("PUT", view, body.replace("nobody", "all"), "If-Match", "\"1\"")
                            .body())
                    .contains("\"shared\":\"all\"", "\"version\":2");
            assertThat(server.send("GET", view, null, BERT).statusCode()).isEqualTo(200);
            assertThat(server.send("DELETE", view, null, BERT[0], BERT[1], "If-Match", "\"2\"")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.send("DELETE", view, null).statusCode()).isEqualTo(428);
            assertThat(server.send("DELETE", view, null, "If-Match", "\"1\"").statusCode())
                    .isEqualTo(412);
            assertThat(server.send("DELETE", view, null, "If-Match", "\"2\"").statusCode())
                    .isEqualTo(204);
            assertThat(server.send("GET", "/api/v1/views", null).body()).contains("\"items\":[]");
        }
    }
}
