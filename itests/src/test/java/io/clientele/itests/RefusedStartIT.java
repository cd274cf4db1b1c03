package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Server.Setup;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that cannot do what its configuration says ends and says why; one that runs already goes on. */
class RefusedStartIT {
    private static final String REST = "io.clientele.rest.cfg";
    private static final int WRONG_SETTING = 78;
    private static final int IN_USE = 75;

    @ParameterizedTest
    @CsvSource({"port, abc", "host, nowhere.invalid"})
    void ends_with_a_reason_when_a_setting_is_wrong(String key, String value) throws Exception {
        Server server = Server.unpacked(Setup.on(null).with(REST, key + " = " + value + "\n"));

        Ended ended = run(server, server.home().resolve("data"));

        assertThat(ended.code()).as(ended.console()).isEqualTo(WRONG_SETTING);
        assertThat(ended.console()).contains("etc/" + REST + ": " + key + " = " + value + " is wrong");
        assertThat(Files.readString(server.home().resolve("data/log/clientele.log")))
                .contains(key + " = " + value + " is wrong");
        Files.writeString(server.home().resolve("etc").resolve(REST), "port = 0\nportFile = ${karaf.data}/http-port\n");
        try (server) {
            server.launch();
            assertThat(answers(server)).isTrue();
        }
    }

    @Test
    void ends_with_a_reason_when_its_port_stays_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Server server = Server.unpacked(Setup.on(null).with(REST, "port = " + taken.getLocalPort() + "\n"));

            Ended ended = run(server, server.home().resolve("data"));

            assertThat(ended.code()).as(ended.console()).isEqualTo(IN_USE);
            assertThat(ended.console()).contains("port = " + taken.getLocalPort() + " is wrong");
        }
    }

    @Test
    void leaves_a_data_folder_to_the_server_that_has_it_and_a_running_server_keeps_its_settings() throws Exception {
        try (Server first = Server.start(TestDatabase.H2)) {
            Path data = first.home().resolve("data");
            String port = Files.readString(data.resolve("http-port"));
            Server second = Server.unpacked(Setup.on(TestDatabase.POSTGRESQL.create()));

            Ended ended = run(second, data);

            assertThat(ended.code()).as(ended.console()).isEqualTo(IN_USE);
            assertThat(ended.console())
                    .contains(data.toString(), "process " + first.process().pid());
            assertThat(Files.readString(data.resolve("http-port"))).isEqualTo(port);
            assertThat(answers(first)).isTrue();

            write(first, "port = 99999\nportFile = ${karaf.data}/http-port\n");
            Awaitility.await("the server tells what is wrong")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> Files.readString(data.resolve("console.log")).contains("port = 99999 is wrong"));
            assertThat(answers(first)).isTrue();
            assertThat(Files.readString(data.resolve("http-port"))).isEqualTo(port);

            write(first, "port = 0\nportFile = ${karaf.data}/http-port\n");
            first.kill();
            first.launch();
            assertThat(answers(first)).isTrue();
        }
    }

    private static boolean answers(Server server) {
        return server.send(HttpRequest.newBuilder(server.uri("/health/ready"))).statusCode() == 200;
    }

    private static void write(Server server, String text) throws IOException {
        Path part = Files.writeString(server.home().resolve("data/rest.cfg"), text);
        Files.move(part, server.home().resolve("etc").resolve(REST), StandardCopyOption.REPLACE_EXISTING);
    }

    private record Ended(int code, String console) {}

    /** Runs a server that is to end by itself. */
    private static Ended run(Server server, Path data) throws IOException, InterruptedException {
        Path console = server.home().resolve("console.log");
        ProcessBuilder builder =
                new ProcessBuilder(server.home().resolve("bin/serve").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CLIENTELE_DATA", data.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(Files.readString(console)).isTrue();
        return new Ended(process.exitValue(), Files.readString(console));
    }
}
