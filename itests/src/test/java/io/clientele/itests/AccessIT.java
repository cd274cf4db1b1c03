package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of the live interface, as different people. */
class AccessIT {
    private static final String PASSWORD = "correct horse battery 7";

    @ParameterizedTest
    @EnumSource
    void turns_strangers_away_from_every_operation_that_is_not_public(TestDatabase kind) {
        List<String> open = new ArrayList<>();
        Api stranger = Api.anonymous(Servers.on(kind));

        operations(Servers.admin(kind)).forEach((operation, path) -> {
            Answer answer = stranger.send(
                    operation.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT), path, Api.json("{}"), Map.of());
            if (answer.status() != 401) {
                open.add(operation + " -> " + answer.status());
            }
        });

        // Signing in is for strangers, and who is not signed in may sign out.
        assertThat(open).containsExactlyInAnyOrder("post /api/v1/session  -> 400", "delete /api/v1/session  -> 204");
    }

    @ParameterizedTest
    @EnumSource
    void answers_a_foreign_customer_exactly_like_an_absent_one(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        Api agent = user(kind, "agent");
        String foreign = admin.post("/api/v1/customers", FirstHourIT.wang(FirstHourIT.unique("c")))
                .text("id");
        String absent = "0000000000001";

        for (String suffix : List.of("", "/interactions", "/purchases", "/relations", "/consents")) {
            Answer toForeign = agent.get("/api/v1/customers/" + foreign + suffix);
            Answer toAbsent = agent.get("/api/v1/customers/" + absent + suffix);
            assertThat(toForeign.status()).as(suffix).isEqualTo(404);
            assertThat(shape(toForeign, foreign)).isEqualTo(shape(toAbsent, absent));
        }
        assertThat(agent.patch("/api/v1/customers/" + foreign, Map.of("name", "x"), "\"1\"")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void shows_each_scope_the_same_set_by_every_path(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        String team = admin.post("/api/v1/teams", Map.of("name", FirstHourIT.unique("team")))
                .text("id");
        String below = admin.post("/api/v1/teams", Map.of("name", FirstHourIT.unique("team"), "parent", team))
                .text("id");
        String city = FirstHourIT.unique("city");
        Api lead = user(kind, "manager", team);
        Api member = user(kind, "agent", below);
        member.post("/api/v1/customers", FirstHourIT.wang(city));
        lead.post("/api/v1/customers", FirstHourIT.wang(city));
        admin.post("/api/v1/customers", FirstHourIT.wang(city));

        assertThat(List.of(visible(member, city), visible(lead, city), visible(admin, city)))
                .containsExactly(1L, 2L, 3L);
        assertThat(lead.send(
                                "GET",
                                "/api/v1/exports/customers?filter=address.city==" + city,
                                java.net.http.HttpRequest.BodyPublishers.noBody(),
                                Map.of())
                        .raw()
                        .body()
                        .lines()
                        .filter(line -> line.contains(city)))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void lets_an_auditor_read_but_change_nothing(TestDatabase kind) {
        Api auditor = user(kind, "auditor");

        assertThat(auditor.get("/api/v1/customers").status()).isEqualTo(200);
        assertThat(auditor.get("/api/v1/audit/verification").status()).isEqualTo(200);
        assertThat(auditor.post("/api/v1/customers", FirstHourIT.wang("x")).status())
                .isEqualTo(403);
        assertThat(auditor.post("/api/v1/users", Map.of("login", "x")).status()).isEqualTo(403);
    }

    private static long visible(Api api, String city) {
        Answer list = api.get(FirstHourIT.customers("address.city==" + city) + "&total=true");
        assertThat(list.body().path("items").size())
                .isEqualTo(list.body().path("total").asInt());
        return list.body().path("total").asLong();
    }

    static Api user(TestDatabase kind, String role) {
        return user(kind, role, null);
    }

    static Api user(TestDatabase kind, String role, @org.jspecify.annotations.Nullable String team) {
        String login = FirstHourIT.unique(role);
        Map<String, Object> user = new HashMap<>(
                Map.of("login", login, "name", login, "roles", List.of(role), "password", PASSWORD, "active", true));
        if (team != null) {
            user.put("team", team);
        }
        Answer answer = Servers.admin(kind).post("/api/v1/users", user);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return Api.signIn(Servers.on(kind), login, PASSWORD);
    }

    private static String shape(Answer answer, String id) {
        String trace = answer.text("traceId");
        return answer.raw().body().replace(id, "ID").replace(trace, "TRACE");
    }

    /** Every operation of the live document, with its path filled in. */
    private static Map<String, String> operations(Api admin) {
        Map<String, String> operations = new HashMap<>();
        JsonNode document = admin.get("/api/openapi.json").body();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String template = path.getKey().startsWith("/api") ? path.getKey() : "/api" + path.getKey();
                    operations.put(method + " " + template + " ", template.replaceAll("\\{[^}]*}", "0000000000001"));
                }));
        assertThat(operations.size()).isGreaterThan(15);
        return operations;
    }
}
