package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes and comes back; the server stays. */
class RecoveryIT {
    @TempDir
    Path data;

    @Test
    void says_so_while_its_database_is_away_and_recovers_by_itself() throws IOException {
        EmbeddedPostgres first = postgres(0);
        int port = first.getPort();
        try (Server server = Server.start("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres")) {
            Api admin = Api.signIn(server, "admin", server.firstPassword());
            String id = admin.post("/api/v1/customers", FirstHourIT.wang("上海")).text("id");

            first.close();
            Answer away = admin.get("/api/v1/customers/" + id);
            Answer ready = Api.anonymous(server).get("/health/ready");
            Answer live = Api.anonymous(server).get("/health/live");
            try (EmbeddedPostgres second = postgres(port)) {
                Awaitility.await("reads work again")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> admin.get("/api/v1/customers/" + id).status() == 200);
                assertThat(admin.post("/api/v1/customers", FirstHourIT.wang("上海"))
                                .status())
                        .isEqualTo(201);
                assertThat(second.getPort()).isEqualTo(port);
            }

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.header("Retry-After")).isNotEmpty();
            assertThat(ready.status()).isEqualTo(503);
            assertThat(live.status()).isEqualTo(200);
        }
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }
}
