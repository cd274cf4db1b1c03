package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Durability;
import io.clientele.persistence.Work;
import io.clientele.testkit.Gate;
import io.clientele.testkit.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageTest {
    private static final Duration STATEMENT_LIMIT = Duration.ofMinutes(10);
    private static final Duration LONG_BEFORE_THE_LIMIT = Duration.ofMinutes(1);

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

    @Test
    void a_database_that_is_made_later_is_waited_for() throws SQLException {
        TestDatabase.Location at = TestDatabase.POSTGRESQL.create();
        try (Pools pools = new Pools()) {
            Migrator migrator = new Migrator(
                    pools.on(new Settings(at.url() + "_later", at.user(), at.password(), Durability.DURABLE)));
            List<Migration> migrations = Migration.of(Map.of("V001__books.sql", "create table book (id int)"));

            assertThatThrownBy(() -> migrator.migrate("io.clientele.shelf", migrations))
                    .isInstanceOf(UnavailableException.class);
            try (Connection first = at.connect()) {
                Pools.run(first, "create database " + first.getCatalog() + "_later");
            }

            assertThat(migrator.migrate("io.clientele.shelf", migrations).version())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_postgresql_that_falls_silent_in_the_middle_of_a_unit_is_given_up_before_the_statement_limit()
            throws IOException {
        EmbeddedPostgres server = start(0);
        try (Gate gate = Gate.to(server.getPort());
                Pools pools = new Pools()) {
            PooledTransactions transactions = new PooledTransactions(pools.on(settings(gate.port())));

            Work<Integer> silenced = c -> {
                gate.shut();
                return Pools.number(c, "select 1");
            };

            assertTimeoutPreemptively(
                    LONG_BEFORE_THE_LIMIT, () -> assertThatThrownBy(() -> transactions.write(silenced))
                            .isInstanceOf(UnavailableException.class));
            gate.open();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> transactions.read(c -> Pools.number(c, "select 1")) == 1);
        } finally {
            server.close();
        }
    }

    @Test
    void entities_that_are_read_while_it_falls_silent_are_given_up_as_soon() throws IOException {
        EmbeddedPostgres server = start(0);
        try (Gate gate = Gate.to(server.getPort());
                Pools pools = new Pools()) {
            Pool pool = pools.on(settings(gate.port()));
            URI file = MigrationFiles.beside(OutageTest.class, "META-INF/persistence.xml");
            try (JpaEntities entities =
                    new JpaEntities(new PooledTransactions(pool), pool, file, OutageTest.class.getClassLoader())) {
                Object answer = entities.read(
                        manager -> manager.createNativeQuery("select 1").getSingleResult());
                assertThat(answer).isEqualTo(1);

                assertTimeoutPreemptively(
                        LONG_BEFORE_THE_LIMIT, () -> assertThatThrownBy(() -> entities.read(manager -> {
                                    gate.shut();
                                    return manager.createNativeQuery("select 1").getSingleResult();
                                }))
                                .isInstanceOf(UnavailableException.class));
            }
        } finally {
            server.close();
        }
    }

    @Test
    void a_statement_that_takes_long_is_left_alone_while_the_server_answers_others() throws IOException {
        try (EmbeddedPostgres server = start(0);
                Pools pools = new Pools()) {
            PooledTransactions transactions = new PooledTransactions(pools.on(settings(server.getPort())));

            int answer = transactions.read(c -> Pools.number(c, "select 1 from pg_sleep(1.5)"));

            assertThat(answer).isEqualTo(1);
        }
    }

    private static Settings settings(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        Duration answerWithin = Duration.ofMillis(750);
        return new Settings(url, "postgres", "", Durability.DURABLE, 3, answerWithin, STATEMENT_LIMIT);
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
