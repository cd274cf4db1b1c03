package io.clientele.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Printed;
import io.clientele.cli.server.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    @TempDir
    Path root;

    private final Printed printed = new Printed();

    private void report(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, content);
    }

    private int close(int mavenExit) throws IOException {
        ReportsCommand command = new ReportsCommand(new Home(root, root.resolve("run")), printed.console(false));
        return command.run(Arguments.parse(List.of("--maven-exit", "" + mavenExit), command.syntax()));
    }

    private String lastLine() {
        return printed.lines().get(printed.lines().size() - 1);
    }

    @Test
    void adds_up_both_kinds_of_report_of_every_module() throws IOException {
        report(
                "a/target/surefire-reports/TEST-one.xml",
                "<?xml version='1.0'?><testsuite name='one' tests='5' errors='0' skipped='1' failures='0'/>");
        report(
                "b/c/target/failsafe-reports/TEST-two.xml",
                "<testsuite tests='3' errors='0' skipped='0' failures='0'><testcase/></testsuite>");
        report("a/target/other/TEST-three.xml", "<testsuite tests='100'/>");
        report("a/src/target/surefire-reports/TEST-four.xml", "<testsuite tests='100'/>");

        int code = close(0);

        assertThat(lastLine()).isEqualTo("7 passed, 0 failed");
        assertThat(code).isZero();
    }

    @Test
    void counts_errors_and_failures_as_failed() throws IOException {
        report("a/target/surefire-reports/TEST-one.xml", "<testsuite tests='5' errors='1' skipped='0' failures='2'/>");

        int code = close(1);

        assertThat(lastLine()).isEqualTo("2 passed, 3 failed");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void counts_a_report_that_was_cut_off_as_failed() throws IOException {
        report("a/target/surefire-reports/TEST-one.xml", "<testsu");

        assertThat(close(0)).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("0 passed, 1 failed");
    }

    @Test
    void does_not_take_silence_for_success() throws IOException {
        assertThat(close(0)).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("0 passed, 0 failed");
    }

    @Test
    void does_not_succeed_when_the_build_failed_outside_the_tests() throws IOException {
        report("a/target/surefire-reports/TEST-one.xml", "<testsuite tests='5' errors='0' skipped='0' failures='0'/>");

        assertThat(close(1)).isEqualTo(1);
        assertThat(lastLine()).isEqualTo("5 passed, 0 failed");
    }
}
