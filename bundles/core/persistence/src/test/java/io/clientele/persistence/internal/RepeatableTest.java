package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.testkit.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Units of work that would be done again if they were lost. */
class RepeatableTest {
    private final Pools pools = new Pools();
    private final AtomicInteger hardened = new AtomicInteger();

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void only_what_cannot_be_repeated_waits_for_the_disk(TestDatabase kind) {
        PooledTransactions transactions = new PooledTransactions(counted(pools.on(kind)));

        transactions.write(connection -> {
            transactions.repeatable();
            transactions.write(inner -> {
                transactions.repeatable();
                return true;
            });
            return true;
        });
        int afterRepeatable = hardened.get();
        boolean unused = transactions.write(connection -> true);

        assertThat(afterRepeatable).isZero();
        assertThat(hardened).hasValue(1);
    }

    @Test
    void postgresql_is_told_for_that_unit_alone() throws SQLException {
        TestDatabase.Location location = TestDatabase.POSTGRESQL.create();
        try (Connection owner = location.connect()) {
            // As in every installation; the server of tests has no power to lose.
            Pools.run(owner, "alter database " + owner.getCatalog() + " set synchronous_commit = on");
        }
        PooledTransactions transactions = new PooledTransactions(pools.on(location));

        String within = transactions.write(connection -> {
            transactions.repeatable();
            return transactions.read(RepeatableTest::waits);
        });

        assertThat(within).isEqualTo("off");
        assertThat(transactions.write(RepeatableTest::waits)).isEqualTo("on");
    }

    @ParameterizedTest
    @EnumSource
    void there_must_be_a_unit(TestDatabase kind) {
        PooledTransactions transactions = new PooledTransactions(pools.on(kind));

        assertThatThrownBy(transactions::repeatable).isInstanceOf(IllegalStateException.class);
    }

    private static String waits(Connection connection) throws SQLException {
        try (Statement show = connection.createStatement();
                ResultSet row = show.executeQuery("show synchronous_commit")) {
            row.next();
            return row.getString(1);
        }
    }

    private Pool counted(Pool pool) {
        return (Pool) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Pool.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("harden")) {
                        hardened.incrementAndGet();
                    }
                    return method.invoke(pool, arguments);
                });
    }
}
