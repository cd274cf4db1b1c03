package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Segmentation as the distribution has it on offer: installed while the server runs, used, away and back. */
class SegmentationIT {
    private static final String MODULE = "/api/v1/modules/segmentation/";
    private static final String SEGMENTS = "/api/v1/segments";

    @ParameterizedTest
    @EnumSource
    void members_follow_what_happens_also_while_the_module_is_away(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            done(admin.post(MODULE + "install", Map.of()));
            Answer added = admin.post(
                    SEGMENTS,
                    Map.of("key", "shanghai", "name", "Shanghai", "filter", "address.city==上海", "purpose", "visits"));
            assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
            String segment = SEGMENTS + "/" + added.text("id");
            speak(admin, segment);

            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            awaitMembers(admin, segment, 1);
            done(admin.post(MODULE + "uninstall", Map.of()));
            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            done(admin.post(MODULE + "install", Map.of()));
            awaitMembers(admin, segment, 2);

            assertThat(admin.get("/api/v1/customers?filter=segment.shanghai==true")
                            .body()
                            .path("items"))
                    .hasSize(2);
            assertThat(admin.get(segment + "/moves").body().path("items")).hasSize(2);
            assertThat(admin.get(segment + "/curve").body().path("days")).isNotEmpty();
            assertReported(admin, segment);
            assertThat(admin.get(segment + "/assessment").status()).isEqualTo(200);
            assertThat(admin.get(segment + "/differentiation").status()).isEqualTo(200);
            assertThat(admin.get(segment + "/contents")
                            .body()
                            .at("/items/0/title")
                            .asText())
                    .isEqualTo("茶");
            assertThat(admin.post(segment + "/decisions", Map.of("verdict", "chosen", "reason", "they buy"))
                            .status())
                    .isEqualTo(201);
        }
    }

    private static void assertReported(Api admin, String segment) {
        Answer report = admin.get(segment + "/stats?months=2");
        assertThat(report.body().path("months")).hasSize(2);
        assertThat(report.body().at("/months/1/size").asLong()).isEqualTo(2);
        assertThat(report.body().at("/months/1/entered").asLong()).isEqualTo(2);
        Answer refused = admin.get(segment + "/stats?months=some");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().body()).contains("months");
        assertToldInChinese(admin, segment + "/stats?months=0");
    }

    /** By the phrases of the module, and by those of the core. */
    private static void assertToldInChinese(Api admin, String refused) {
        Map<String, String> chinese = Map.of("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        Answer module = admin.send("GET", refused, BodyPublishers.noBody(), chinese);
        Answer core = admin.send("GET", "/api/v1/customers?filter=nonsense==1", BodyPublishers.noBody(), chinese);

        assertThat(module.text("detail")).startsWith("报表涵盖 1 到 ");
        assertThat(core.text("detail")).startsWith("位置 1：没有字段 'nonsense'");
        assertThat(core.text("title")).isEqualTo("输入无效");
        assertThat(core.header("Content-Language")).isEqualTo("zh");
    }

    private static void speak(Api admin, String segment) {
        Map<String, Object> contents = Map.of("items", List.of(Map.of("key", "tea", "title", "茶")));
        done(admin.put(segment + "/contents", contents, "\"0\""));
        assertThat(admin.put(segment + "/contents", contents, "\"0\"").status()).isEqualTo(412);
        Answer refused = admin.put(segment + "/contents", Map.of("items", List.of(Map.of("key", "a b"))), "\"1\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/items/0/key", "/items/0/title");
        assertThat(admin.get(segment + "/contents").raw().headers().firstValue("ETag"))
                .contains("\"1\"");
    }

    @ParameterizedTest
    @EnumSource
    void members_are_graded_planned_for_and_taken_out_as_files(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            done(admin.post(MODULE + "install", Map.of()));
            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            Answer added = admin.post(SEGMENTS, Map.of("key", "all", "name", "All", "filter", "status!=archived"));
            String segment = SEGMENTS + "/" + added.text("id");
            awaitMembers(admin, segment, 1);

            Answer scale = grade(admin, "timeline.interactions");
            Answer plan = admin.get(segment + "/plan");
            Answer left = admin.get(segment + "/plan/left-out");
            Answer overlap = admin.post(SEGMENTS + "/overlap", Map.of("segments", List.of("all")));
            Answer file = admin.get(segment + "/export?facts=address.city,status");

            assertThat(scale.status()).as(scale.raw().body()).isEqualTo(201);
            assertGraded(admin, "/api/v1/grades/" + scale.text("id"));
            assertThat(admin.get("/api/v1/customers?filter=grade.contacts=null=true")
                            .status())
                    .isEqualTo(200);
            assertThat(plan.body().path("items")).isEmpty();
            assertThat(left.body().path("items")).hasSize(1);
            assertThat(admin.get(segment + "/plan/reach").body().path("members").asLong())
                    .isEqualTo(1);
            assertThat(overlap.body().path("customers").asLong()).isEqualTo(1);
            assertThat(file.raw().body())
                    .startsWith("id,name,since,address.city,status\r\n")
                    .contains("上海");
            assertThat(admin.get(segment + "/plan/export").raw().body()).startsWith("id,name,channel");
        }
    }

    @ParameterizedTest
    @EnumSource
    void customers_are_divided_by_rules_and_the_division_is_told(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            done(admin.post(MODULE + "install", Map.of()));
            admin.post("/api/v1/customers", FirstHourIT.wang("上海"));
            Map<String, Object> asked = Map.of("key", "asked", "filter", "timeline.interactions=ge=1");
            Map<String, Object> care =
                    Map.of("key", "care", "name", "Care", "rules", List.of(asked, Map.of("key", "rest")));

            Answer added = admin.post("/api/v1/classifications", care);
            String classification = "/api/v1/classifications/" + added.text("id");
            JsonNode division = admin.get(classification + "/division").body();

            assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
            assertThat(division.at("/classes/0/dead").asBoolean()).isTrue();
            assertThat(division.at("/classes/1/customers").asLong()).isEqualTo(1);
            assertThat(admin.get("/api/v1/customers?filter=segment.care_rest==true")
                            .body()
                            .path("items"))
                    .hasSize(1);
            Answer other = admin.put(classification, care, "\"1\"");
            assertThat(other.status()).as(other.raw().body()).isEqualTo(200);
            assertThat(admin.get(classification).raw().headers().firstValue("ETag"))
                    .isPresent();
        }
    }

    private static Answer grade(Api admin, String fact) {
        List<Map<String, Object>> bands = List.of(Map.of("key", "many", "limit", 3), Map.of("key", "few"));
        return admin.post(
                "/api/v1/grades", Map.of("key", "contacts", "name", "Contacts", "fact", fact, "bands", bands));
    }

    private static void assertGraded(Api admin, String grades) {
        assertThat(admin.get(grades).text("status")).isEqualTo("ok");
        assertThat(admin.get(grades + "/bands").body().path("bands")).hasSize(2);
        assertThat(admin.get(grades + "/curve").status()).isEqualTo(200);
        assertThat(admin.get(grades + "/sales?months=2").body().path("months")).hasSize(2);
        assertThat(admin.get(grades + "/sales?months=two").status()).isEqualTo(400);
        JsonNode moves =
                admin.get(grades + "/moves?from=2026-01-01&to=2026-02-01").body();
        assertThat(moves.path("counts")).hasSize(3);
    }

    private static void done(Answer change) {
        assertThat(change.status()).as(change.raw().body()).isEqualTo(200);
    }

    private static void awaitMembers(Api admin, String segment, int size) {
        Awaitility.await(size + " members")
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        admin.get(segment + "/members").body().path("items").size() == size);
    }
}
