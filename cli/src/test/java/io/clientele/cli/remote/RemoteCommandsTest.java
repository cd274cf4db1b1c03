package io.clientele.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cli.api.ApiException;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.Console;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Printed;
import io.clientele.cli.console.UsageException;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteCommandsTest {
    private static final String UPLOADED =
            """
            {"id":"0A","encoding":"GB18030","delimiter":",","header":["编号","姓名","x"],
             "mapping":{"编号":"identifier","姓名":"name"},
             "sample":[["1","王伟","a"],["2","李娜","b"],["3","张敏","c"],["4","刘洋","d"]],"state":"uploaded"}""";

    private static final String EVENTS = "GET /api/v1/imports/0A/events";

    @TempDir
    Path work;

    private final Printed printed = new Printed();

    private int execute(FakeApi api, BiFunction<Target, Console, Command> command, String... words)
            throws IOException, InterruptedException {
        Target target = new Target(new Home(work, work), Map.of("CLIENTELE_TOKEN", "secret"));
        Command created = command.apply(target, printed.console(false));
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--server", api.address() + "/"));
        return created.run(Arguments.parse(all, created.syntax()));
    }

    private static FakeApi importing(String end) throws IOException {
        return new FakeApi()
                .when("POST /api/v1/imports", "201 " + UPLOADED)
                .when("PUT /api/v1/imports/0A/mapping", "200 " + UPLOADED)
                .when("POST /api/v1/imports/0A/run", "202 ")
                .when(EVENTS, "200 " + event(end))
                .when("GET /api/v1/imports/0A/errors", "200 line,column,reason\n");
    }

    private static String event(String state) {
        return "event: progress\ndata: " + state + "\n\n";
    }

    @Test
    void shows_the_guess_changes_the_mapping_and_sums_up() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "编号,姓名\n");
        String end =
                "{\"id\":\"0A\",\"state\":\"done\",\"rows\":4,\"added\":3,\"updated\":1,\"bytes\":9,\"readBytes\":9}";
        try (FakeApi api = importing(end)) {
            int code = execute(
                    api,
                    ImportCommand::new,
                    file.toString(),
                    "--map",
                    "x=tags",
                    "--source",
                    "erp",
                    "--encoding=GB18030");

            assertThat(code).isZero();
            assertThat(printed.out())
                    .contains("GB18030", "-> identifier", "1 | 王伟 | a", "3 | 张敏 | c", "4 rows: 3 added, 1 updated")
                    .doesNotContain("刘洋");
            assertThat(api.asked().get(0))
                    .contains("kind=customers", "name=customers.csv", "encoding=GB18030", "Bearer secret", "编号,姓名");
            assertThat(api.asked().get(1)).contains("\"x\":\"tags\"", "\"编号\":\"identifier\"", "\"source\":\"erp\"");
            assertThat(api.asked().get(2)).contains("\"dryRun\":false");
        }
    }

    @Test
    void follows_the_events_again_when_their_stream_breaks_and_never_polls() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        String running = "{\"id\":\"0A\",\"state\":\"running\",\"rows\":1,\"bytes\":2,\"readBytes\":1}";
        try (FakeApi api = importing("{\"id\":\"0A\",\"state\":\"done\",\"rows\":2,\"added\":2}")
                .once(EVENTS, "200 " + event(running))
                .once(EVENTS, "200 : alive\n\n")) {
            assertThat(execute(api, ImportCommand::new, file.toString())).isZero();

            assertThat(printed.out()).contains(" 50 %  1 rows", "100 %  2 rows", "2 added");
            assertThat(api.asked()).filteredOn(line -> line.startsWith(EVENTS)).hasSize(3);
            assertThat(api.asked()).noneMatch(line -> line.startsWith("GET /api/v1/imports/0A "));
        }
    }

    @Test
    void asks_again_and_again_where_the_server_sends_no_events() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        try (FakeApi api = importing("")
                .when(EVENTS, "503 {\"title\":\"Too many streams\"}")
                .once("GET /api/v1/imports/0A", "200 {\"id\":\"0A\",\"state\":\"running\"}")
                .when("GET /api/v1/imports/0A", "200 {\"id\":\"0A\",\"state\":\"done\",\"rows\":2,\"added\":2}")) {
            assertThat(execute(api, ImportCommand::new, file.toString())).isZero();

            assertThat(printed.out()).contains("2 rows: 2 added");
            assertThat(api.asked()).filteredOn(line -> line.startsWith(EVENTS)).hasSize(1);
        }
    }

    @Test
    void saves_the_refused_rows_beside_the_file_and_fails() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        String end = "{\"id\":\"0A\",\"state\":\"done\",\"rows\":2,\"added\":1,\"failed\":1,"
                + "\"errors\":[{\"line\":3,\"column\":\"email\",\"reason\":\"no address\"}]}";
        try (FakeApi api = importing(end)) {
            assertThat(execute(api, ImportCommand::new, file.toString())).isEqualTo(1);

            assertThat(printed.out()).contains("1 failed", "line 3, email: no address", "customers.csv.errors.csv");
            assertThat(work.resolve("customers.csv.errors.csv")).hasContent("line,column,reason");
        }
    }

    @Test
    void takes_a_dry_run_for_complete_though_the_file_stays_as_it_was() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        String end = "{\"id\":\"0A\",\"state\":\"uploaded\",\"dryRun\":true,\"rows\":2,\"added\":2}";
        try (FakeApi api = importing(end)) {
            assertThat(execute(api, ImportCommand::new, file.toString(), "--dry-run"))
                    .isZero();

            assertThat(printed.out()).contains("nothing was written");
        }
    }

    @Test
    void fails_when_the_import_ended_early() throws IOException, InterruptedException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        try (FakeApi api = importing("{\"id\":\"0A\",\"state\":\"failed\",\"fault\":\"a quote is not closed\"}")) {
            assertThat(execute(api, ImportCommand::new, file.toString())).isEqualTo(1);

            assertThat(printed.err()).contains("a quote is not closed");
        }
    }

    @Test
    void says_in_words_why_the_server_refused() throws IOException {
        Path file = Files.writeString(work.resolve("customers.csv"), "a\n");
        try (FakeApi api = new FakeApi()
                .when(
                        "POST /api/v1/imports",
                        "400 {\"title\":\"Not a table\",\"detail\":\"empty\",\"traceId\":\"5f1c\","
                                + "\"errors\":[{\"pointer\":\"/kind\",\"detail\":\"unknown\"}]}")) {
            assertThatThrownBy(() -> execute(api, ImportCommand::new, file.toString()))
                    .isInstanceOf(ApiException.class)
                    .hasMessage("Not a table: empty\n  /kind unknown\n  trace id 5f1c");
        }
    }

    @Test
    void names_a_file_that_is_not_there_and_a_mapping_without_a_field() throws IOException {
        try (FakeApi api = new FakeApi()) {
            assertThatThrownBy(() -> execute(api, ImportCommand::new, "missing.csv"))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("missing.csv");
            assertThatThrownBy(() -> execute(api, ImportCommand::new, "missing.csv", "--map", "email"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("column=field");
        }
    }

    @Test
    void exports_what_a_filter_selects_to_a_file() throws IOException, InterruptedException {
        Path out = work.resolve("out.csv");
        try (FakeApi api = new FakeApi().when("GET /api/v1/exports/customers", "200 name\n王伟\n")) {
            int code = execute(api, ExportCommand::new, "--filter", "address.city==上海", "--out", out.toString());

            assertThat(code).isZero();
            assertThat(out).hasContent("name\n王伟");
            assertThat(work.resolve("out.csv.part")).doesNotExist();
            assertThat(api.asked().get(0)).contains("?filter=address.city%3D%3D%E4%B8%8A%E6%B5%B7");
        }
    }

    @Test
    void tells_an_intact_audit_from_a_broken_one() throws IOException, InterruptedException {
        try (FakeApi api =
                new FakeApi().when("GET /api/v1/audit/verification", "200 {\"intact\":true,\"entries\":1234}")) {
            assertThat(execute(api, AuditCommand::new, "verify")).isZero();
            assertThat(printed.out()).contains("intact: 1,234 entries");

            api.when(
                    "GET /api/v1/audit/verification",
                    "200 {\"intact\":false,\"entries\":9,\"fault\":{\"chain\":\"0\",\"seq\":5,\"reason\":\"hash\"}}");

            assertThat(execute(api, AuditCommand::new, "verify")).isEqualTo(1);
            assertThat(printed.err()).contains("BROKEN", "entry 5: hash");
        }
    }

    @Test
    void asks_for_a_token_for_a_server_elsewhere_and_for_a_server_when_there_is_none() {
        Target target = new Target(new Home(work, work), Map.of());
        AuditCommand audit = new AuditCommand(target, printed.console(false));

        assertThatThrownBy(() ->
                        audit.run(Arguments.parse(List.of("verify", "--server", "http://127.0.0.1:1"), audit.syntax())))
                .hasMessageContaining("CLIENTELE_TOKEN");
        assertThatThrownBy(() -> audit.run(Arguments.parse(List.of("verify"), audit.syntax())))
                .hasMessageContaining("./clientele run");
    }
}
