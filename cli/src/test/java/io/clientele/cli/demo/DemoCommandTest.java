package io.clientele.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Printed;
import io.clientele.cli.remote.FakeApi;
import io.clientele.cli.remote.Target;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path work;

    private final Printed printed = new Printed();

    private static FakeApi ending(String end) throws IOException {
        String uploaded = "{\"id\":\"0A\",\"mapping\":{\"name\":\"name\"},\"state\":\"uploaded\"}";
        return new FakeApi()
                .when("POST /api/v1/imports", "201 " + uploaded)
                .when("PUT /api/v1/imports/0A/mapping", "200 " + uploaded)
                .when("POST /api/v1/imports/0A/run", "202 ")
                .when("GET /api/v1/imports/0A/events", "200 data: " + end + "\n\n");
    }

    private int load(FakeApi api) throws IOException, InterruptedException {
        Target target = new Target(new Home(work, work), Map.of("CLIENTELE_TOKEN", "secret"));
        DemoCommand demo = new DemoCommand(target, printed.console(false), Clock.systemUTC());
        List<String> words =
                List.of("20", "--seed", "9", "--until", "2026-11-01", "--server", String.valueOf(api.address()));
        return demo.run(Arguments.parse(words, demo.syntax()));
    }

    @Test
    void sends_customers_before_what_speaks_of_them_under_a_source_of_its_own()
            throws IOException, InterruptedException {
        try (FakeApi api = ending("{\"id\":\"0A\",\"state\":\"done\",\"rows\":20,\"added\":20}")) {
            assertThat(load(api)).isZero();

            assertThat(api.asked().stream().filter(line -> line.startsWith("POST /api/v1/imports?")))
                    .extracting(line -> line.replaceAll("(?s).*kind=(\\w+).*", "$1"))
                    .containsExactly("customers", "relations", "interactions", "purchases");
            assertThat(api.asked().get(0)).contains("identifier,kind,name").contains("C0000020");
            assertThat(api.asked())
                    .filteredOn(line -> line.contains("demo-9-2026-11-01"))
                    .hasSize(4);
        }
    }

    @Test
    void fails_when_a_row_was_refused() throws IOException, InterruptedException {
        try (FakeApi api = ending("{\"id\":\"0A\",\"state\":\"done\",\"rows\":20,\"failed\":1}")) {
            assertThat(load(api)).isEqualTo(1);
        }
    }
}
