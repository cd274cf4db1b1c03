package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of other systems come in, and what goes out can come in again. */
class ImportIT {
    private static final Map<String, String> CSV = Map.of("Content-Type", "text/csv");

    @ParameterizedTest
    @EnumSource
    void loads_a_real_purchase_history_without_loss_and_only_once(TestDatabase kind) throws FileNotFoundException {
        Api admin = Servers.admin(kind);
        Path file = Path.of(
                System.getProperty("clientele.root"),
                "bundles/core/registry/src/test/resources/cdnow/CDNOW_sample.txt");
        Map<String, Object> mapping = Map.of("source", "cdnow", "currency", "USD");

        JsonNode first = run(admin, "purchases", BodyPublishers.ofFile(file), mapping);
        JsonNode second = run(admin, "purchases", BodyPublishers.ofFile(file), mapping);

        assertThat(first.path("rows").asInt()).isEqualTo(6919);
        assertThat(first.path("added").asInt()).isEqualTo(6919);
        assertThat(first.path("failed").asInt()).isZero();
        assertThat(second.path("added").asInt()).isZero();
        assertThat(admin.get(FirstHourIT.customers("identifier==cdnow:*") + "&total=true&limit=1")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(2357);
    }

    @ParameterizedTest
    @EnumSource
    void guesses_a_chinese_file_and_names_the_place_of_each_error(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        String source = FirstHourIT.unique("erp");
        String text = "编号;姓名;邮箱;城市\n1;王小明;wang@example.com;上海\n2;;li@example.com;北京\n3;李雷;not-a-mail;广州\n";

        JsonNode done = run(
                admin,
                "customers",
                BodyPublishers.ofByteArray(text.getBytes(Charset.forName("GB18030"))),
                Map.of("source", source));

        assertThat(done.path("encoding").asText()).isEqualToIgnoringCase("GB18030");
        assertThat(done.path("delimiter").asText()).isEqualTo(";");
        assertThat(done.path("added").asInt()).isEqualTo(1);
        assertThat(done.path("failed").asInt()).isEqualTo(2);
        assertThat(admin.get("/api/v1/imports/" + done.path("id").asText() + "/errors")
                        .raw()
                        .body())
                .contains("3", "4", "not-a-mail");
    }

    @ParameterizedTest
    @EnumSource
    void exports_what_imports_again_into_equal_customers(TestDatabase kind) {
        Api admin = Servers.admin(kind);
        String city = FirstHourIT.unique("city");
        String id = admin.post(
                        "/api/v1/customers",
                        Map.of(
                                "kind",
                                "organisation",
                                "name",
                                "=cmd|' /C calc'!A0",
                                "tags",
                                java.util.List.of("a,b", "\"q\""),
                                "identifiers",
                                java.util.List.of(Map.of("source", city, "id", "1")),
                                "contactPoints",
                                java.util.List.of(
                                        Map.of("kind", "postal", "city", city, "street", "Line 1\nLine 2"),
                                        Map.of("kind", "phone", "value", "+86 138 1234 5678", "label", "work"))))
                .text("id");
        JsonNode before = admin.get("/api/v1/customers/" + id).body();

        Answer export = admin.get("/api/v1/exports/customers?filter=address.city==" + city);
        JsonNode done =
                run(admin, "customers", BodyPublishers.ofString(export.raw().body()), Map.of());

        assertThat(export.raw().body()).doesNotContain("\n=cmd").doesNotContain(",=cmd");
        assertThat(done.path("failed").asInt()).isZero();
        assertThat(done.path("unchanged").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/customers/" + id).body()).isEqualTo(before);
    }

    private static JsonNode run(
            Api api, String what, java.net.http.HttpRequest.BodyPublisher file, Map<String, Object> mapping) {
        Answer uploaded = api.send("POST", "/api/v1/imports?kind=" + what + "&name=file.csv", file, CSV);
        assertThat(uploaded.status()).as(uploaded.raw().body()).isEqualTo(201);
        String path = "/api/v1/imports/" + uploaded.text("id");
        if (!mapping.isEmpty()) {
            Answer mapped = api.send("PUT", path + "/mapping", Api.json(mapping), Map.of());
            assertThat(mapped.status()).as(mapped.raw().body()).isEqualTo(200);
        }
        Answer started = api.post(path + "/run", Map.of("dryRun", false));
        assertThat(started.status()).as(started.raw().body()).isEqualTo(202);
        Awaitility.await("the import ends")
                .atMost(Duration.ofMinutes(2))
                .until(() -> !api.get(path).text("state").equals("running"));
        JsonNode end = api.get(path).body();
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("done");
        return end;
    }
}
