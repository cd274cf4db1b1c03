package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2PoolTest {
    private final Pools pools = new Pools();

    @TempDir
    private Path folder;

    private PooledTransactions transactions;
    private Pool pool;

    @BeforeEach
    void open() throws SQLException {
        pool = pools.on(at("first"));
        transactions = new PooledTransactions(pool);
        try (Connection owner = pool.ownerConnection()) {
            Pools.run(owner, "create table thing (id int primary key)");
        }
    }

    @AfterEach
    void close() {
        pools.close();
    }

    @Test
    void an_acknowledged_write_is_in_the_file_even_if_nobody_closes_it() throws IOException {
        IntStream.range(0, 50)
                .forEach(i -> transactions.write(connection -> {
                    Pools.run(connection, "insert into thing (id) values (" + i + ")");
                    return true;
                }));

        Files.copy(folder.resolve("db/first.mv.db"), folder.resolve("db/copy.mv.db"));
        Files.copy(folder.resolve("db/first.secret"), folder.resolve("db/copy.secret"));

        PooledTransactions copy = new PooledTransactions(pools.on(at("copy")));
        assertThat(count(copy)).isEqualTo(50);
    }

    @Test
    void a_secret_whose_writing_was_cut_off_is_made_anew() throws IOException {
        Path secret = folder.resolve("db/second.secret");
        Files.createFile(secret);

        new PooledTransactions(pools.on(at("second"))).version();

        assertThat(secret).content().hasSizeGreaterThan(40);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_writes_closes_the_file_for_nobody() {
        IntStream.range(0, 40).forEach(this::interruptAWriter);

        long before = count(transactions);
        transactions.write(connection -> {
            Pools.run(connection, "insert into thing (id) values (-1)");
            return true;
        });

        assertThat(count(transactions)).isEqualTo(before + 1);
    }

    private void interruptAWriter(int round) {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 50; i++) {
                int id = round * 1000 + i;
                try {
                    transactions.write(connection -> {
                        Pools.run(connection, "insert into thing (id) values (" + id + ")");
                        return true;
                    });
                } catch (RuntimeException e) {
                    // The pool gives nothing to whoever was interrupted; the others are what counts.
                    return;
                }
            }
        });
        writer.start();
        Awaitility.await().until(() -> !writer.isAlive() || count(transactions) > 50L * round / 4);
        writer.interrupt();
        Awaitility.await().until(() -> !writer.isAlive());
    }

    @Test
    void the_secret_of_the_file_is_made_once_and_for_its_user_alone() throws IOException {
        Path secret = folder.resolve("db/first.secret");
        String before = Files.readString(secret);

        pool.close();
        PooledTransactions again = new PooledTransactions(pools.on(at("first")));

        assertThat(count(again)).isZero();
        assertThat(Files.readString(secret)).isEqualTo(before).hasSizeGreaterThan(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create alias leave for 'java.lang.System.exit'",
                "create table mine (id int)",
                "drop table thing",
                "select * from csvread('/etc/hostname')",
                "call file_read('/etc/hostname')",
                "runscript from '/tmp/x.sql'",
                "script to '/tmp/x.sql'",
                "create user another password 'x'",
                "grant all on thing to clientele_worker",
                "set write_delay 500",
                "shutdown"
            })
    void a_hole_in_a_query_runs_no_code_and_touches_no_file_or_table(String injected) {
        assertThatThrownBy(() -> transactions.write(connection -> {
                    Pools.run(connection, injected);
                    return true;
                }))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void a_database_that_closed_itself_is_opened_again() throws SQLException {
        transactions.write(connection -> {
            Pools.run(connection, "insert into thing (id) values (1)");
            return true;
        });

        try (Connection owner = pool.ownerConnection()) {
            Pools.run(owner, "shutdown immediately");
        }

        Awaitility.await()
                .ignoreExceptions()
                .until(() ->
                        transactions.write(connection -> Pools.number(connection, "select count(*) from thing")) == 1);
    }

    @Test
    void the_durability_is_shown() {
        Pool fast = pools.on(new Settings("jdbc:h2:mem:fast", "sa", "", Durability.FAST));

        assertThat(transactions.durability()).isEqualTo("durable");
        assertThat(new PooledTransactions(fast).durability()).isEqualTo("fast");
    }

    private static int count(PooledTransactions transactions) {
        return transactions.read(connection -> Pools.number(connection, "select count(*) from thing"));
    }

    private Settings at(String name) {
        return new Settings("jdbc:h2:file:" + folder.resolve("db").resolve(name), "", "", Durability.DURABLE);
    }
}
