package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Durability;
import io.clientele.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PooledTransactionsTest {
    private final Pools pools = new Pools();

    @AfterEach
    void close() {
        pools.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_inner_call_joins_the_outer_one(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);

        boolean same = transactions.write(outer -> {
            insert(outer, 1);
            boolean inner = transactions.write(joined -> joined == outer && count(joined) == 1);
            return inner && transactions.read(reading -> reading == outer);
        });

        assertThat(same).isTrue();
        assertThat(count(transactions)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_undoes_everything(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);

        assertThatThrownBy(() -> transactions.write(connection -> {
                    insert(connection, 1);
                    throw new NotFoundException("thing", "1");
                }))
                .isInstanceOf(NotFoundException.class);

        assertThat(count(transactions)).isZero();
        assertThat(transactions.current()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_that_finds_nothing_does_not_spoil_the_unit_of_work(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);

        transactions.write(connection -> {
            insert(connection, 1);
            assertThatThrownBy(() -> transactions.read(reading -> {
                        throw new NotFoundException("thing", "2");
                    }))
                    .isInstanceOf(NotFoundException.class);
            return true;
        });

        assertThat(count(transactions)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void actions_after_the_commit_see_it_and_may_fail_alone(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        List<Integer> seen = new ArrayList<>();

        String result = transactions.write(connection -> {
            transactions.afterCommit(() -> {
                throw new IllegalStateException("this one fails");
            });
            transactions.write(inner -> {
                transactions.afterCommit(() -> seen.add(transactions.write(PooledTransactionsTest::count)));
                return true;
            });
            insert(connection, 1);
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(seen).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_action_of_a_bundle_that_is_going_hides_neither_the_commit_nor_the_other_actions(TestDatabase kind)
            throws SQLException {
        PooledTransactions transactions = withTable(kind);
        List<String> ran = new ArrayList<>();

        String result = transactions.write(connection -> {
            transactions.afterCommit(() -> {
                throw new NoClassDefFoundError("of a bundle that was just removed");
            });
            transactions.afterCommit(() -> ran.add("the other"));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(ran).containsExactly("the other");
    }

    @ParameterizedTest
    @EnumSource
    void actions_after_the_commit_do_not_run_when_there_is_none(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> transactions.write(connection -> {
                    transactions.afterCommit(() -> ran.add("ran"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(ran).isEmpty();
        assertThatThrownBy(() -> transactions.afterCommit(() -> ran.add("ran")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void locks_at_the_end_are_taken_in_the_order_of_their_names(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        List<String> ran = new ArrayList<>();

        transactions.write(connection -> {
            transactions.beforeCommit("b", () -> ran.add("b1"));
            transactions.beforeCommit("a", () -> ran.add("a"));
            transactions.beforeCommit("b", () -> ran.add("b2"));
            transactions.beforeCommit(() -> ran.add("unnamed"));
            return true;
        });

        assertThat(ran).containsExactly("unnamed", "a", "b1", "b2");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_attached_lasts_as_long_as_the_unit(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        List<List<String>> lists = new ArrayList<>();

        transactions.write(connection -> {
            lists.add(transactions.attached("key", ArrayList::new));
            lists.add(transactions.attached("key", ArrayList::new));
            return true;
        });
        transactions.write(connection -> lists.add(transactions.attached("key", ArrayList::new)));

        assertThat(lists.get(1)).isSameAs(lists.get(0));
        assertThat(lists.get(2)).isNotSameAs(lists.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void a_unit_that_is_cut_ends_at_once_though_its_thread_hangs(TestDatabase kind) throws Exception {
        Settings small = settingsForOne(kind);
        PooledTransactions transactions = withTable(small);
        CompletableFuture<Runnable> cut = new CompletableFuture<>();
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Object> hanging = CompletableFuture.supplyAsync(() -> transactions.write(connection -> {
            insert(connection, 1);
            cut.complete(transactions.cut());
            awaitQuietly(released);
            return count(connection);
        }));

        cut.get(30, TimeUnit.SECONDS).run();
        int seen = count(transactions);
        released.countDown();

        assertThat(seen).as("by another thread, in a pool of one").isZero();
        assertThatThrownBy(hanging::join).hasCauseInstanceOf(UnavailableException.class);
        assertThat(count(transactions)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void cutting_a_unit_that_has_ended_leaves_the_next_one_alone(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(settingsForOne(kind));
        Runnable late = transactions.write(connection -> transactions.cut());

        transactions.write(connection -> {
            late.run();
            insert(connection, 1);
            return true;
        });

        assertThat(count(transactions)).isEqualTo(1);
    }

    private static Settings settingsForOne(TestDatabase kind) {
        TestDatabase.Location at = kind.create();
        Duration patience = Duration.ofSeconds(10);
        return new Settings(at.url(), at.user(), at.password(), Durability.FAST, 1, patience, patience);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusals_of_the_database_have_names(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);

        assertThatThrownBy(() -> transactions.write(connection -> {
                    insert(connection, 1);
                    insert(connection, 1);
                    return true;
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(
                        () -> transactions.read(connection -> Pools.number(connection, "select nothing from nowhere")))
                .isInstanceOf(DatabaseException.class);
    }

    @ParameterizedTest
    @EnumSource
    void of_two_that_wait_for_each_other_one_is_told_to_try_again(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        transactions.write(connection -> {
            insert(connection, 1);
            insert(connection, 2);
            return true;
        });
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);

        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> updateBoth(transactions, bothHoldOne, 1));
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> updateBoth(transactions, bothHoldOne, 2));

        assertThatThrownBy(() -> CompletableFuture.allOf(one, other).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ConflictException.class);
        assertThat(one.isCompletedExceptionally() && other.isCompletedExceptionally())
                .isFalse();
    }

    /** On H2 it has lost; PostgreSQL lets it wait until the other commits. */
    @ParameterizedTest
    @EnumSource
    void a_unit_that_gives_way_does_not_wait_where_others_pay_for_it(TestDatabase kind) throws SQLException {
        PooledTransactions transactions = withTable(kind);
        transactions.write(connection -> {
            insert(connection, 1);
            return true;
        });
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        CompletableFuture<Boolean> holder = CompletableFuture.supplyAsync(() -> transactions.write(connection -> {
            Pools.run(connection, "update thing set id = id");
            held.countDown();
            awaitQuietly(letGo);
            return true;
        }));
        awaitQuietly(held);

        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> transactions.write(connection -> {
            transactions.giveWay(Duration.ofMillis(10));
            Pools.run(connection, "update thing set id = id");
            return "changed";
        }));

        if (kind == TestDatabase.H2) {
            assertThatThrownBy(other::join)
                    .hasCauseInstanceOf(ConflictException.class)
                    .hasMessageContaining("try again");
            letGo.countDown();
        } else {
            letGo.countDown();
            assertThat(other.join()).isEqualTo("changed");
        }
        assertThat(holder.join()).isTrue();
        assertThat(lockTimeouts(kind, transactions))
                .as("the next unit on that connection")
                .containsOnly("5000");
    }

    /** Of all connections, which are as many as were ever used at once. */
    private static List<String> lockTimeouts(TestDatabase kind, PooledTransactions transactions) {
        if (kind != TestDatabase.H2) {
            return List.of("5000");
        }
        return transactions.read(
                one -> transactions.<List<String>>read(other -> List.of(lockTimeout(one), lockTimeout(other))));
    }

    private static String lockTimeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("call lock_timeout()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void updateBoth(PooledTransactions transactions, CyclicBarrier bothHoldOne, int first) {
        transactions.write(connection -> {
            Pools.run(connection, "update thing set id = id where id = " + first);
            try {
                bothHoldOne.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            Pools.run(connection, "update thing set id = id where id = " + (3 - first));
            return true;
        });
    }

    private PooledTransactions withTable(TestDatabase kind) throws SQLException {
        return withTable(pools.on(kind));
    }

    private PooledTransactions withTable(Settings settings) throws SQLException {
        return withTable(pools.on(settings));
    }

    private static PooledTransactions withTable(Pool pool) throws SQLException {
        try (Connection owner = pool.ownerConnection()) {
            Pools.run(owner, "create table thing (id int primary key)");
        }
        return new PooledTransactions(pool);
    }

    private static void insert(Connection connection, int id) throws SQLException {
        Pools.run(connection, "insert into thing (id) values (" + id + ")");
    }

    private static int count(Connection connection) throws SQLException {
        return Pools.number(connection, "select count(*) from thing");
    }

    private static int count(PooledTransactions transactions) {
        return transactions.read(PooledTransactionsTest::count);
    }
}
