package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Api.Answer;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules of others, built from published artifacts: the one that the guide leads to, and the example. */
class FirstModuleIT {
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Workbench BENCH = Workbench.create();
    private static byte[] example = {};

    @BeforeAll
    static void builds_the_example() throws IOException {
        Path source = Workbench.root().resolve("sdk/example-module");
        BENCH.run("mkdir ../example && cp -r '%s/pom.xml' '%s/src' ../example && cd ../example && mvn -B verify"
                .formatted(source, source));
        example = Files.readAllBytes(BENCH.checkout().resolveSibling("example/target/praise-1.0.0.jar"));
    }

    @Test
    void the_guide_leads_from_nothing_to_a_running_module() throws IOException {
        String page = Files.readString(Workbench.root().resolve("docs/guide/your-first-module.md"));
        String commands =
                COMMANDS.matcher(page).results().map(block -> block.group(1)).collect(Collectors.joining());
        String stopped = "trap '\"$CLIENTELE_HOME\"/../clientele stop' EXIT\n";

        String printed = BENCH.run(stopped + commands);

        assertThat(printed).contains("install visits - -> 1.0.0: done", "{\"customers\":0}");
        assertThat(printed).containsPattern("visits +1\\.0\\.0 +running");
    }

    @Test
    void the_archetype_makes_five_files() {
        BENCH.run("mkdir ../five && cd ../five && " + generate("counts"));

        String made = BENCH.run("cd ../five && find counts -type f | sort");

        assertThat(made.lines())
                .containsExactly(
                        "counts/README.md",
                        "counts/pom.xml",
                        "counts/src/main/java/com/example/Overview.java",
                        "counts/src/main/java/com/example/package-info.java",
                        "counts/src/test/java/com/example/OverviewTest.java");
    }

    private static String generate(String module) {
        return "mvn -B -q org.apache.maven.plugins:maven-archetype-plugin:3.4.0:generate -DarchetypeGroupId=io.clientele"
                + " -DarchetypeArtifactId=io.clientele.archetype -DarchetypeVersion="
                + System.getProperty("clientele.version") + " -DgroupId=com.example -DartifactId=" + module;
    }

    @ParameterizedTest
    @EnumSource
    void the_example_contributes_all_that_a_module_can(TestDatabase kind) {
        try (Server server = Server.start(kind)) {
            ModuleOffice office = ModuleOffice.on(server);
            Api admin = office.admin();

            Answer installed = office.install(example);
            String customer =
                    admin.post("/api/v1/customers", FirstHourIT.wang("上海")).text("id");
            Answer praised = admin.post("/api/v1/praises", Map.of("customer", customer, "words", "Quick"));

            assertThat(installed.status()).as(installed.raw().body()).isEqualTo(200);
            assertThat(praised.status()).as(praised.raw().body()).isEqualTo(201);
            assertThat(admin.get("/api/v1/praises?customer=" + customer)
                            .body()
                            .at("/items/0/words")
                            .asText())
                    .isEqualTo("Quick");
            assertThat(Api.anonymous(server).get("/api/v1/praises").status()).isEqualTo(401);
            assertThat(admin.get("/health").raw().body()).contains("\"praise\"");
            Awaitility.await("the praise is counted")
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(admin.get(FirstHourIT.customers("praise.count==1"))
                                    .body()
                                    .at("/items/0/id")
                                    .asText())
                            .isEqualTo(customer));
        }
    }

    @Test
    void the_example_shows_what_people_wrote_as_words_and_nothing_else() throws IOException {
        List<String> payloads = Files.readAllLines(Path.of("src/test/resources/payloads.txt"));
        try (Server server = Server.start(TestDatabase.H2);
                Visit visit = new Visit(Look.DESK, server)) {
            ModuleOffice office = ModuleOffice.on(server);
            assertThat(office.install(example).status()).isEqualTo(200);
            String last = praised(office.admin(), payloads);

            visit.open("/app/praises");
            assertThat(visit.page().locator("cl-page li")).hasCount(payloads.size());
            visit.check("praises");
            visit.page().navigate("/app/praises/" + last);
            assertThat(visit.page().locator("cl-page li")).hasText(Pattern.compile("alert|xss"));
            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type("alert");
            assertThat(visit.page().getByRole(AriaRole.OPTION)).not().hasCount(0);

            visit.check("payloads");
            assertThat(visit.page().evaluate("window.xss")).isNull();
        }
    }

    /** Adds a customer for each payload, called by it and praised with it; returns the last one's id. */
    private static String praised(Api admin, List<String> payloads) {
        String id = "";
        for (String payload : payloads) {
            id = admin.post("/api/v1/customers", Map.of("kind", "person", "name", payload))
                    .text("id");
            Answer praised = admin.post("/api/v1/praises", Map.of("customer", id, "words", payload));
            assertThat(praised.status()).as(payload).isEqualTo(201);
        }
        String filter = FirstHourIT.customers("praise.count==1") + "&limit=1&total=true";
        Awaitility.await("all praise is counted").atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        admin.get(filter).body().path("total").asInt())
                .isEqualTo(payloads.size()));
        return id;
    }
}
