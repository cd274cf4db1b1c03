package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A running server takes over what an operator writes into its configuration files. */
class ReconfigurationIT {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @Test
    void moves_to_another_port_and_another_database_without_a_restart() throws IOException {
        try (Server server = Server.start(TestDatabase.H2)) {
            long process = server.process().pid();
            Api embedded = Api.signIn(server, "admin", server.firstPassword());
            String wang =
                    embedded.post("/api/v1/customers", FirstHourIT.wang("上海")).text("id");
            URI before = server.uri("/health/ready");

            int port = free();
            write(server, "io.clientele.rest.cfg", "port = " + port + "\nportFile = ${karaf.data}/http-port\n");
            awaitOk(server, URI.create("http://127.0.0.1:" + port + "/health/ready"));
            assertThat(answers(server, before)).isFalse();
            assertThat(embedded.get("/api/v1/customers/" + wang).status()).isEqualTo(200);

            Files.delete(server.home().resolve("data/first-password"));
            TestDatabase.Location other = TestDatabase.POSTGRESQL.create();
            write(server, "io.clientele.persistence.cfg", "url = " + other.url() + "\nuser = " + other.user() + "\n");
            Awaitility.await("the administrator of the new database has a password")
                    .atMost(LONGEST)
                    .until(() -> Files.exists(server.home().resolve("data/first-password")));
            awaitOk(server, server.uri("/health/ready"));
            Api fresh = Api.signIn(server, "admin", server.firstPassword());

            assertThat(fresh.get("/api/v1/customers/" + wang).status()).isEqualTo(404);
            assertThat(fresh.post("/api/v1/customers", FirstHourIT.wang("北京")).status())
                    .isEqualTo(201);
            assertThat(Api.anonymous(server).get("/health").raw().body()).contains("PostgreSQL");
            assertThat(server.process().pid()).isEqualTo(process);
            assertThat(server.process().isAlive()).isTrue();
        }
    }

    private static void write(Server server, String file, String text) throws IOException {
        Path target = server.home().resolve("etc").resolve(file);
        Path part = server.home().resolve("data").resolve(file);
        Files.writeString(part, text);
        Files.move(part, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitOk(Server server, URI address) {
        Awaitility.await(address + " answers").atMost(LONGEST).until(() -> answers(server, address));
    }

    private static boolean answers(Server server, URI address) {
        try {
            return server.send(HttpRequest.newBuilder(address)).statusCode() == 200;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }
}
