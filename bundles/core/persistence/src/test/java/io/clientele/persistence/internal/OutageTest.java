package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Durability;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
    @TempDir
    private Path data;

    @Test
    void a_postgresql_that_goes_and_comes_back_is_noticed_without_help() throws IOException {
        EmbeddedPostgres server = start(0);
        int port = server.getPort();
        try (Pools pools = new Pools()) {
            PooledTransactions transactions = new PooledTransactions(pools.on(settings(port)));
            assertThat(transactions.version()).startsWith("PostgreSQL 16");

            server.close();
            assertThatThrownBy(transactions::version).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> transactions.write(c -> Pools.number(c, "select 1")))
                    .isInstanceOf(UnavailableException.class);
            server = start(port);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> transactions.write(c -> Pools.number(c, "select 1")) == 1);
        } finally {
            server.close();
        }
    }

    private static Settings settings(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        Duration answerWithin = Duration.ofMillis(750);
        return new Settings(url, "postgres", "", Durability.DURABLE, 3, answerWithin, Duration.ofSeconds(20));
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPort(port)
                .start();
    }
}
