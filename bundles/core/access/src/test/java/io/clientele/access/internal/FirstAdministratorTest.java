package io.clientele.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Transactions;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstAdministratorTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void puts_a_password_that_works_into_a_file_of_its_owner_and_does_so_once(TestDatabase database)
            throws IOException {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            Path file = folder.resolve("first-password");

            assertThat(firm.firstAdministrator(file).ensure()).isTrue();
            assertThat(firm.firstAdministrator(file).ensure()).isFalse();

            String password = Files.readString(file).strip();
            assertThat(password).hasSizeGreaterThanOrEqualTo(20);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(firm.sessions.open("admin", password, "192.0.2.1").user().login())
                    .isEqualTo("admin");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asks_again_if_the_database_does_not_answer_for_a_moment(TestDatabase database) throws IOException {
        try (Firm firm = new Firm(database.create(), Firm.clock())) {
            Path file = folder.resolve("first-password");

            firm.firstAdministrator(file, awayOnce(firm.database.transactions()))
                    .ensureInTheEnd();

            String password = Files.readString(file).strip();
            assertThat(firm.sessions.open("admin", password, "192.0.2.1").user().login())
                    .isEqualTo("admin");
        }
    }

    private static Transactions awayOnce(Transactions transactions) {
        AtomicBoolean away = new AtomicBoolean(true);
        InvocationHandler handler = (proxy, method, given) -> {
            if (method.getName().equals("write") && away.getAndSet(false)) {
                throw new UnavailableException("silent", Duration.ofSeconds(1));
            }
            return method.invoke(transactions, given);
        };
        return (Transactions) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(), new Class<?>[] {Transactions.class}, handler);
    }

    @ParameterizedTest
    @EnumSource
    void leaves_the_password_of_the_winner_when_two_nodes_start_at_once(TestDatabase database) throws Exception {
        TestDatabase.Location location = database.create();
        try (Firm here = new Firm(location, Firm.clock());
                Firm there = new Firm(location, Firm.clock())) {
            Path file = folder.resolve("first-password");
            ExecutorService nodes = Executors.newFixedThreadPool(2);
            Callable<Boolean> first = () -> here.firstAdministrator(file).ensure();
            Callable<Boolean> second = () -> there.firstAdministrator(file).ensure();

            var outcomes = nodes.invokeAll(List.of(first, second));
            nodes.shutdown();

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
            String password = Files.readString(file).strip();
            assertThat(here.sessions.open("admin", password, "192.0.2.1").user().login())
                    .isEqualTo("admin");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }
}
