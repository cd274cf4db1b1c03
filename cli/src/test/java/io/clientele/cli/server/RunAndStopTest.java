package io.clientele.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.cli.console.Arguments;
import io.clientele.cli.console.Command;
import io.clientele.cli.console.FailureException;
import io.clientele.cli.console.Printed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAndStopTest {
    @TempDir
    Path work;

    private Home home = new Home(Path.of("."), Path.of("."));
    private FakeDistribution distributions = new FakeDistribution(Path.of("."));

    @BeforeEach
    void prepare() {
        home = new Home(work, work.resolve("run with a blank"));
        distributions = new FakeDistribution(work);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        stop(Duration.ofSeconds(5));
    }

    private record Result(int code, Printed printed) {}

    private static Result execute(Command command, Printed printed, String... words)
            throws IOException, InterruptedException {
        return new Result(command.run(Arguments.parse(List.of(words), command.syntax())), printed);
    }

    private Result run(Path archive, String... words) throws IOException, InterruptedException {
        Printed printed = new Printed();
        return execute(new RunCommand(home, printed.console(false), () -> archive), printed, words);
    }

    private Result status() throws IOException, InterruptedException {
        Printed printed = new Printed();
        return execute(new StatusCommand(home, printed.console(false)), printed);
    }

    private Result stop(Duration patience) throws IOException, InterruptedException {
        Printed printed = new Printed();
        return execute(new StopCommand(home, printed.console(false), patience), printed);
    }

    @Test
    void starts_shows_the_password_once_and_stops() throws IOException, InterruptedException {
        Path archive = distributions.make("well", "gnu");

        Result first = run(archive, "--port", "0");

        assertThat(first.code()).as(first.printed().err()).isZero();
        assertThat(first.printed().out()).contains("correct horse").contains("Clientele answers at http://127.0.0.1:");
        assertThat(home.token()).hasContent("kept");
        assertThat(Files.getPosixFilePermissions(home.token())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(home.data().resolve("first-password")).doesNotExist();

        Result again = run(archive);

        assertThat(again.code()).isZero();
        assertThat(again.printed().out()).contains("already running").doesNotContain("correct horse");
        Result status = status();
        assertThat(status.code()).isZero();
        assertThat(status.printed().out()).contains("durability.mode").contains("memory");

        long pid = ServerState.running(home).orElseThrow().pid();
        assertThat(stop(Duration.ofSeconds(30)).code()).isZero();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(status().code()).isEqualTo(3);
        assertThat(stop(Duration.ofSeconds(1)).printed().out()).contains("not running");
    }

    @Test
    void keeps_the_port_and_the_users_configuration_when_a_newer_distribution_is_unpacked()
            throws IOException, InterruptedException {
        run(distributions.make("well", "posix"), "--port", "0");
        int port = ServerState.running(home).orElseThrow().port();
        stop(Duration.ofSeconds(30));
        Files.writeString(home.etc().resolve("other.cfg"), "release = mine\n");
        Files.writeString(home.etc().resolve("added.cfg"), "mine\n");
        Files.createDirectories(home.data().resolve("cache/bundle0"));

        Result second = run(distributions.make("well", "gnu"));

        assertThat(second.code()).isZero();
        assertThat(second.printed().out()).contains("kept your etc/other.cfg").contains("127.0.0.1:" + port);
        assertThat(home.etc().resolve("other.cfg")).hasContent("release = mine");
        assertThat(home.etc().resolve("other.cfg.new")).hasContent("release = 2");
        assertThat(home.etc().resolve("added.cfg")).hasContent("mine");
        assertThat(home.data().resolve("seen")).exists();
        assertThat(home.data().resolve("cache")).doesNotExist();
        Path deep = home.server().resolve("system/" + "a-long-name/".repeat(12) + "bundle.jar");
        assertThat(deep).hasContent("bundle 2");
    }

    @Test
    void shows_the_end_of_the_log_when_the_server_dies() throws IOException, InterruptedException {
        Result result = run(distributions.make("die", "gnu"), "--port", "0");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.printed().err()).contains("exit code 7").contains("the database is locked");
        assertThat(status().code()).isEqualTo(3);
    }

    @Test
    void tells_what_the_server_says_of_itself_when_it_is_not_well() throws IOException, InterruptedException {
        Path archive = distributions.make("well", "gnu");
        run(archive, "--port", "0");
        Files.createFile(home.etc().resolve("ill"));

        Result status = status();

        assertThat(status.code()).isEqualTo(1);
        assertThat(status.printed().out()).contains("durability.mode", "./clientele logs");
        assertThat(run(archive).printed().out()).contains("already running", "not ready");
    }

    @Test
    void shows_the_password_of_a_server_that_was_left_while_it_started() throws IOException, InterruptedException {
        Path archive = distributions.make("well", "gnu");
        run(archive, "--port", "0");
        Files.delete(home.token());
        Files.writeString(home.data().resolve("first-password"), "battery staple\n");

        Result again = run(archive);

        assertThat(again.code()).isZero();
        assertThat(again.printed().out()).contains("already running", "battery staple");
        assertThat(home.token()).hasContent("kept");
        assertThat(home.data().resolve("first-password")).doesNotExist();
    }

    @Test
    void names_the_port_that_is_taken_and_the_way_out() throws IOException, InterruptedException {
        Path archive = distributions.make("well", "gnu");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThatThrownBy(() -> run(archive, "--port", port))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void names_the_port_that_makes_no_sense_before_anything_starts() throws IOException, InterruptedException {
        Path archive = distributions.make("well", "gnu");
        run(archive, "--port", "0");
        stop(Duration.ofSeconds(30));
        Path settings = home.etc().resolve("io.clientele.rest.cfg");
        Files.writeString(settings, "port = 99999\n");

        assertThatThrownBy(() -> run(archive))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(settings.toString())
                .hasMessageContaining("port = 99999")
                .hasMessageContaining("from 0 to 65535");
        assertThat(run(archive, "--port", "0").code()).isZero();
    }

    @Test
    void leaves_a_data_folder_alone_that_another_server_runs_on() throws IOException, InterruptedException {
        Files.createDirectories(home.data().resolve("cache"));
        Files.writeString(home.data().resolve("http-port"), "8181");
        Path lock = Files.writeString(home.data().resolve("server.lock"), "4711\n");
        Path archive = distributions.make("well", "gnu");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lock.toString())
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");

            assertThatThrownBy(() -> run(archive, "--port", "0"))
                    .isInstanceOf(FailureException.class)
                    .hasMessageContaining("process 4711")
                    .hasMessageContaining(home.data().toString());
            assertThat(home.data().resolve("cache")).exists();
            assertThat(home.data().resolve("http-port")).hasContent("8181");
        } finally {
            other.destroyForcibly().onExit().join();
        }
        assertThat(run(archive, "--port", "0").code()).isZero();
    }

    /** Locks a file until it is killed. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] words) throws IOException, InterruptedException {
            try (FileChannel file = FileChannel.open(Path.of(words[0]), StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                System.out.println(held.isValid() ? "locked" : "not locked");
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void kills_a_server_that_does_not_end_and_says_so() throws IOException, InterruptedException {
        run(distributions.make("deaf", "gnu"), "--port", "0");
        long pid = ServerState.running(home).orElseThrow().pid();

        Result stopped = stop(Duration.ofMillis(200));

        assertThat(stopped.code()).isZero();
        assertThat(stopped.printed().err()).contains("was killed");
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void keeps_data_where_it_is_told_to() throws IOException, InterruptedException {
        Path elsewhere = work.resolve("elsewhere");

        run(distributions.make("well", "gnu"), "--port", "0", "--data", elsewhere.toString());

        assertThat(elsewhere.resolve("http-port")).exists();
        assertThat(status().printed().out()).contains(elsewhere.toString());
    }
}
