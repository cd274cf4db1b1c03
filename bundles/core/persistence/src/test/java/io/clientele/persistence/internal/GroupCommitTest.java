package io.clientele.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final ExecutorService committers = Executors.newFixedThreadPool(16);

    @AfterEach
    void stop() {
        committers.shutdownNow();
    }

    @Test
    void each_waits_for_a_flush_that_began_after_its_commit() {
        AtomicLong committed = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        GroupCommit group = new GroupCommit(() -> {
            long seen = committed.get();
            LockSupport.parkNanos(1_000);
            onDisk.accumulateAndGet(seen, Math::max);
        });

        List<CompletableFuture<Boolean>> all = IntStream.range(0, 5_000)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            long mine = committed.incrementAndGet();
                            await(group);
                            return onDisk.get() >= mine;
                        },
                        committers))
                .toList();

        assertThat(all).allMatch(CompletableFuture::join);
    }

    @Test
    void those_who_come_during_a_flush_share_the_next() {
        AtomicInteger flushes = new AtomicInteger();
        AtomicInteger arrived = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupCommit group = new GroupCommit(() -> {
            if (flushes.incrementAndGet() == 1) {
                first.countDown();
                awaitLatch(goOn);
            }
        });

        CompletableFuture<Void> leader = CompletableFuture.runAsync(() -> await(group), committers);
        awaitLatch(first);
        List<CompletableFuture<Void>> followers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            arrived.incrementAndGet();
                            await(group);
                        },
                        committers))
                .toList();
        Awaitility.await().until(() -> arrived.get() == 10 && group.waiting() == 10);
        goOn.countDown();
        leader.join();
        followers.forEach(CompletableFuture::join);

        assertThat(flushes).hasValue(2);
    }

    @Test
    void a_failed_flush_is_told_and_the_next_one_tries_again() throws SQLException {
        AtomicInteger flushes = new AtomicInteger();
        GroupCommit group = new GroupCommit(() -> {
            if (flushes.incrementAndGet() == 1) {
                throw new SQLException("disk full");
            }
        });

        assertThatThrownBy(group::await).hasMessage("disk full");
        group.await();

        assertThat(flushes).hasValue(2);
    }

    private static void await(GroupCommit group) {
        try {
            group.await();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
