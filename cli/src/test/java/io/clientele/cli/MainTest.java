package io.clientele.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cli.console.Printed;
import io.clientele.cli.server.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path work;

    private final Printed printed = new Printed();

    private int run(String... words) {
        return new Main(new Home(work, work), printed.console(false), Map.of()).run(List.of(words));
    }

    @Test
    void helps_when_nothing_is_asked() {
        assertThat(run()).isZero();
        assertThat(run("import", "--help")).isZero();
        assertThat(printed.out()).contains("./clientele run", "./clientele demo N");
    }

    @Test
    void does_not_understand_an_unknown_word() {
        assertThat(run("rnu")).isEqualTo(2);
        assertThat(run("run", "--prot", "1")).isEqualTo(2);
        assertThat(printed.err()).contains("unknown command: rnu", "unknown option --prot", "./clientele help");
    }

    @Test
    void fails_in_words_and_without_a_stack_trace() {
        assertThat(run("export")).isEqualTo(1);
        assertThat(printed.err()).contains("no server is running here").doesNotContain("at io.clientele");
    }
}
