package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Deadline;
import io.clientele.persistence.Durability;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimeLimitsTest {
    private static final Duration STATEMENT = Duration.ofSeconds(20);
    private static final Duration NEAR = Duration.ofSeconds(15);

    private final Pools pools = new Pools();

    /** With one connection, so that whoever comes next gets the same, and an empty table {@code seen}. */
    private PooledTransactions transactions(TestDatabase kind) throws SQLException {
        TestDatabase.Location at = kind.create();
        Pool pool = pools.on(new Settings(
                at.url(), at.user(), at.password(), Durability.FAST, 1, Duration.ofSeconds(10), STATEMENT));
        try (Connection owner = pool.ownerConnection()) {
            Pools.run(owner, "create table seen (n integer)");
        }
        return new PooledTransactions(pool);
    }

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void statements_get_what_is_left_and_the_next_user_of_the_connection_gets_all(TestDatabase kind)
            throws SQLException {
        PooledTransactions transactions = transactions(kind);

        try (Deadline.Scope near = transactions.until(Deadline.after(NEAR))) {
            assertThat(near).isNotNull();
            assertThat(transactions.<Long>read(c -> limit(c, kind))).isBetween(1L, NEAR.toMillis());
            assertThat(transactions.<Long>write(c -> limit(c, kind))).isBetween(1L, NEAR.toMillis());
        }

        assertThat(transactions.<Long>read(c -> limit(c, kind))).isEqualTo(STATEMENT.toMillis());
        assertThat(transactions.<Long>write(c -> limit(c, kind))).isEqualTo(STATEMENT.toMillis());
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_runs_out_of_time_is_taken_back_whole(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = transactions(kind);
        Deadline deadline = Deadline.after(NEAR);
        try (Deadline.Scope scope = transactions.until(deadline)) {
            assertThat(scope).isNotNull();
            assertThatThrownBy(() -> transactions.write(c -> {
                        Pools.run(c, "insert into seen values (1)");
                        transactions.until(Deadline.after(Duration.ZERO));
                        return transactions.read(again -> Pools.number(again, "select 1"));
                    }))
                    .isInstanceOfSatisfying(UnavailableException.class, e -> assertThat(e.type())
                            .isEqualTo("deadline"));
        }

        assertThat(transactions.<Integer>read(c -> Pools.number(c, "select count(*) from seen")))
                .isZero();
    }

    private static long limit(Connection connection, TestDatabase kind) throws SQLException {
        return (long) Pools.number(
                connection,
                kind == TestDatabase.H2
                        ? "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'"
                        : "select setting from pg_settings where name = 'statement_timeout'");
    }
}
