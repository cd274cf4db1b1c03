package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done to whole customers while a module is away, and what the module answers first when it is back. */
class LifeCycleIT {
    private static final String PASSWORD = "correct horse battery 7";

    @ParameterizedTest
    @EnumSource
    void a_module_that_was_away_has_done_its_part_before_its_first_answer(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            ModuleOffice office = ModuleOffice.on(server);
            Api admin = office.admin();
            byte[] module = FollowingModule.participating().bytes();
            installAndWaitForFeed(office, module);
            String ada = customer(admin);
            String bert = customer(admin);
            String twin = customer(admin);

            office.change("uninstall");
            Answer erased = admin.post("/api/v1/customers/" + ada + "/erasure", Map.of());
            Answer merged = merge(admin, bert, twin);
            Answer undone = mergeAndUndo(admin, bert);
            Answer handedOver = handOver(admin);
            JsonNode export =
                    admin.get("/api/v1/customers/" + bert + "/subject-export").body();
            office.install(module);
            JsonNode first = firstAnswer(admin);

            assertThat(erased.status()).as(erased.raw().body()).isEqualTo(200);
            assertThat(admin.get("/api/v1/customers/" + ada).status()).isEqualTo(404);
            assertThat(handedOver.status()).as(handedOver.raw().body()).isEqualTo(201);
            assertThat(handedOver.body().path("moved").asInt()).isEqualTo(2);
            assertThat(merged.status()).as(merged.raw().body()).isEqualTo(200);
            assertThat(undone.status()).as(undone.raw().body()).isEqualTo(200);
            Answer former = admin.get("/api/v1/customers/" + twin);
            assertThat(former.status()).isEqualTo(410);
            assertThat(former.text("successor")).isEqualTo(bert);
            assertThat(export.at("/formers/0/customer/id").asText()).isEqualTo(twin);
            assertLacksTheModule(export);
            assertThat(first.path("erased").asInt()).isEqualTo(1);
            assertThat(first.path("handedOver").asInt()).isEqualTo(2);
            assertThat(first.path("merged").asInt()).isEqualTo(2);
            assertThat(first.path("unmerged").asInt()).isEqualTo(1);
            JsonNode audit = admin.get("/api/v1/audit/verification").body();
            assertThat(audit.path("intact").asBoolean()).isTrue();
        }
    }

    private static void assertLacksTheModule(JsonNode export) {
        assertThat(export.path("complete").asBoolean()).isFalse();
        assertThat(export.at("/modules/0/module").asText()).isEqualTo("io.example.notes");
        assertThat(export.at("/modules/0/state").asText()).isEqualTo("away");
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void one_that_only_reads_events_answers_first_what_was_true_before(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            ModuleOffice office = ModuleOffice.on(server);
            byte[] module = FollowingModule.onlyReading().bytes();
            installAndWaitForFeed(office, module);
            String ada = customer(office.admin());

            office.change("uninstall");
            office.admin().post("/api/v1/customers/" + ada + "/erasure", Map.of());
            office.install(module);

            assertThat(firstAnswer(office.admin()).path("erased").asInt()).isZero();
        }
    }

    private static void installAndWaitForFeed(ModuleOffice office, byte[] module) {
        Answer installed = office.install(module);
        assertThat(installed.status()).as(installed.raw().body()).isEqualTo(200);
        Awaitility.await("the module's feed is known")
                .atMost(Duration.ofMinutes(1))
                .until(() -> office.admin().get("/api/v1/feeds").raw().body().contains("io.example.notes"));
    }

    private static String customer(Api api) {
        return api.post("/api/v1/customers", FirstHourIT.wang("上海")).text("id");
    }

    private static Answer merge(Api admin, String survivor, String other) {
        return admin.post(
                "/api/v1/customers/" + survivor + "/merge",
                Map.of("other", other, "otherVersion", 1),
                asRead(admin, survivor));
    }

    /** Somebody new becomes part of the customer, and is taken out again. */
    private static Answer mergeAndUndo(Api admin, String survivor) {
        String other = customer(admin);
        merge(admin, survivor, other);
        return admin.post(
                "/api/v1/customers/" + survivor + "/unmerge", Map.of("other", other), asRead(admin, survivor));
    }

    private static Map<String, String> asRead(Api admin, String customer) {
        String version = admin.get("/api/v1/customers/" + customer).text("version");
        return Map.of("If-Match", "\"" + version + "\"");
    }

    /** All customers of the administrator go to somebody new. */
    private static Answer handOver(Api admin) {
        String from = admin.get("/api/v1/users").body().at("/items/0/id").asText();
        String to = admin.post(
                        "/api/v1/users",
                        Map.of(
                                "login",
                                FirstHourIT.unique("u"),
                                "name",
                                "Successor",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("agent"),
                                "active",
                                true))
                .text("id");
        return admin.post("/api/v1/handovers", Map.of("from", from, "toUser", to));
    }

    /** What the module says as soon as it says anything but that it is away. */
    private static JsonNode firstAnswer(Api api) {
        Answer[] answer = new Answer[1];
        Awaitility.await("the module answers")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    answer[0] = api.get(NotesModule.ROOT);
                    return answer[0].status() != 503;
                });
        assertThat(answer[0].status()).isEqualTo(200);
        return answer[0].body();
    }
}
