package io.clientele.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cli.api.ApiException;
import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Printed;
import io.clientele.cli.console.UsageException;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleCommandTest {
    private static final String UPLOADED = "201 {\"name\":\"notes\",\"version\":\"1.1.0\",\"sha256\":\"ab12\"}";
    private final Printed printed = new Printed();

    @TempDir
    Path folder;

    private int execute(FakeApi api, String... words) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("CLIENTELE_SERVER", api.address().toString(), "CLIENTELE_TOKEN", "t");
        ModuleCommand command =
                new ModuleCommand(new Target(new Home(folder, folder), environment), printed.console(false));
        return command.run(Arguments.parse(List.of(words), command.syntax()));
    }

    private String archive() throws IOException {
        return Files.writeString(folder.resolve("notes.jar"), "archive").toString();
    }

    @Test
    void uploads_an_archive_and_updates_to_exactly_that() throws IOException, InterruptedException {
        try (FakeApi api = new FakeApi()
                .when("POST /api/v1/modules/archives", UPLOADED)
                .when(
                        "POST /api/v1/modules/notes/update",
                        "200 {\"module\":\"notes\",\"kind\":\"update\",\"from\":\"1.0.0\",\"to\":\"1.1.0\","
                                + "\"outcome\":\"done\",\"awayMillis\":120}")) {
            int code = execute(api, "update", archive(), "--allow-downgrade");

            assertThat(code).isZero();
            assertThat(printed.out()).contains("update notes 1.0.0 -> 1.1.0: done, its paths were away for 120 ms");
            assertThat(api.asked().get(0)).contains("POST /api/v1/modules/archives", "archive");
            assertThat(api.asked().get(1)).contains("\"sha256\":\"ab12\"", "\"allowDowngrade\":true");
        }
    }

    @Test
    void shows_a_plan_and_fails_when_it_would_be_refused() throws IOException, InterruptedException {
        try (FakeApi api = new FakeApi()
                .when("POST /api/v1/modules/archives", UPLOADED)
                .when(
                        "GET /api/v1/modules",
                        "200 {\"installed\":[{\"name\":\"notes\",\"version\":\"1.0.0\",\"state\":\"running\"}]}")
                .when(
                        "POST /api/v1/modules/notes/plan",
                        "200 {\"kind\":\"update\",\"from\":\"1.0.0\",\"to\":\"1.1.0\",\"paths\":{\"appear\":[\"GET /x\"],"
                                + "\"go\":[\"GET /y\"]},\"refusals\":[\"V002 has no undo script\"]}")) {
            int code = execute(api, "plan", archive());

            assertThat(code).isEqualTo(1);
            assertThat(printed.out()).contains("update notes 1.0.0 -> 1.1.0", "+ paths GET /x", "- paths GET /y");
            assertThat(printed.err()).contains("refused: V002 has no undo script");
            assertThat(api.asked().get(2)).contains("\"kind\":\"update\"");
        }
    }

    @Test
    void lists_modules_with_what_is_wrong_with_them() throws IOException, InterruptedException {
        try (FakeApi api = new FakeApi()
                .when(
                        "GET /api/v1/modules",
                        "200 {\"developmentMode\":true,\"installed\":[{\"name\":\"notes\",\"version\":\"1.0.0\","
                                + "\"state\":\"quarantined\",\"reason\":\"it halted\",\"leaked\":[\"thread a\"]}],"
                                + "\"available\":[{\"name\":\"sales\",\"version\":\"2.0.0\"}],"
                                + "\"repositories\":[{\"address\":\"https://house.example/features.xml\",\"problem\":\"it answers 500\"}],"
                                + "\"drift\":[{\"module\":\"notes\",\"detail\":\"is wanted\"}]}")) {
            int code = execute(api, "list");

            assertThat(code).isZero();
            assertThat(printed.out())
                    .contains(
                            "DEVELOPMENT MODE",
                            "quarantined: it halted",
                            "leaked: thread a",
                            "2.0.0",
                            "drift: notes",
                            "repository https://house.example/features.xml: it answers 500");
        }
    }

    @Test
    void drops_tables_only_when_told_twice() throws IOException, InterruptedException {
        try (FakeApi api = new FakeApi()
                .when("GET /api/v1/modules/notes/purge", "200 {\"rows\":{\"notes_note\":1234}}")
                .when(
                        "POST /api/v1/modules/notes/purge",
                        "200 {\"module\":\"notes\",\"kind\":\"purge\",\"outcome\":\"done\"}")) {
            execute(api, "purge", "notes");
            int asked = api.asked().size();
            execute(api, "purge", "notes", "--yes");

            assertThat(printed.out()).contains("1,234 rows in notes_note", "Nothing was dropped");
            assertThat(asked).isEqualTo(1);
            assertThat(api.asked()).anyMatch(request -> request.startsWith("POST /api/v1/modules/notes/purge"));
        }
    }

    @Test
    void says_why_a_change_failed() throws IOException {
        try (FakeApi api = new FakeApi()
                .when("POST /api/v1/modules/archives", UPLOADED)
                .when(
                        "POST /api/v1/modules/notes/install",
                        "409 {\"title\":\"Module change failed\",\"detail\":\"a component does not work\"}")) {
            assertThatThrownBy(() -> execute(api, "install", archive()))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("a component does not work");
            assertThatThrownBy(() -> execute(api, "dance")).isInstanceOf(UsageException.class);
        }
    }
}
