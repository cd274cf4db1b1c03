package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.NewEvent;
import io.clientele.kernel.ConflictException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sixteen writers of events about a hundred customers. A customer's events are numbered under the lock of its row. Some units of work roll
 * back, to a savepoint or altogether, some are long, and some dawdle between writing their events and the commit.
 */
final class Writers {
    private static final int THREADS = 16;
    private static final int CUSTOMERS = 100;
    private final Node node;
    /** What was committed, as customer and number. */
    private final Set<String> committed = ConcurrentHashMap.newKeySet();

    /** What was committed, as numbers of the naive table. */
    private final Set<Long> naive = ConcurrentHashMap.newKeySet();

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What one unit has done if it commits. */
    private record Done(String event, long naive) {}

    Writers(Node node) {
        this.node = node;
        node.execute("create table counted (customer bigint primary key, n bigint not null)");
        node.execute("insert into counted select x, 0 from "
                + (node.location.url().contains("h2")
                        ? "system_range(1, " + CUSTOMERS + ")"
                        : "generate_series(1, " + CUSTOMERS + ") x"));
        node.execute("create sequence naive_seq");
        node.execute("create table naive_event (seq bigint primary key)");
    }

    void write(int events, NaiveReader reader) throws Exception {
        AtomicInteger left = new AtomicInteger(events);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(i);
            running.add(pool.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    one(random);
                }
            }));
        }
        reader.start();
        for (Future<?> each : running) {
            each.get(10, TimeUnit.MINUTES);
        }
        pool.shutdown();
    }

    /** Writes until a unit of work has committed. */
    private void one(Random random) {
        boolean again = true;
        while (again) {
            try {
                Done done = node.transactions().write(connection -> unit(connection, random));
                committed.add(done.event);
                naive.add(done.naive);
                again = false;
            } catch (Undone | ConflictException e) {
                again = true;
            }
        }
    }

    private Done unit(Connection connection, Random random) throws SQLException {
        int kind = random.nextInt(100);
        long customer = 1L + random.nextInt(CUSTOMERS);
        long number = naiveEvent(connection);
        Savepoint savepoint = connection.setSavepoint();
        long n = count(connection, customer);
        if (kind < 10) {
            connection.rollback(savepoint);
            n = count(connection, customer);
        }
        node.outbox.append(new NewEvent("test.Counted", customer, "{\"n\":" + n + "}"));
        if (kind >= 10 && kind < 20) {
            throw new Undone();
        }
        if (kind >= 20 && kind < 25) {
            pause(20);
        }
        if (kind >= 25 && kind < 35) {
            node.transactions().beforeCommit("zzz", () -> pause(5));
        }
        return new Done(customer + ":" + n, number);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Numbered when it is appended, as it is done without thinking. */
    private static long naiveEvent(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("select nextval('naive_seq')");
                ResultSet row = next.executeQuery()) {
            row.next();
            long seq = row.getLong(1);
            try (PreparedStatement insert = connection.prepareStatement("insert into naive_event values (?)")) {
                insert.setLong(1, seq);
                insert.executeUpdate();
            }
            return seq;
        }
    }

    private static long count(Connection connection, long customer) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update counted set n = n + 1 where customer = ?")) {
            update.setLong(1, customer);
            update.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement("select n from counted where customer = ?")) {
            select.setLong(1, customer);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What a feed took is what was committed, each once, and in the order of each customer. */
    void verify(String feed) {
        List<String> taken = node.transactions().read(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select customer, n from taken_" + feed + " order by place");
                    ResultSet rows = select.executeQuery()) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(rows.getLong(1) + ":" + rows.getLong(2));
                }
                return all;
            }
        });
        assertThat(taken).doesNotHaveDuplicates().hasSameSizeAs(committed);
        assertThat(committed.containsAll(taken)).isTrue();
        long outOfOrder =
                node.number("select count(*) from (select n, lag(n) over (partition by customer order by place)"
                        + " as before from taken_" + feed + ") o where before is not null and before <> n - 1");
        assertThat(outOfOrder).as("events of %s out of order", feed).isZero();
    }

    /** What the naive reader saw is what was committed. */
    void verifyAll(List<Long> seen) {
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.size()).isEqualTo(naive.size());
        assertThat(naive).containsAll(seen);
    }
}
