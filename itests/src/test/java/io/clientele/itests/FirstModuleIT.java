package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
}
