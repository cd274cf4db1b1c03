package io.clientele.bench.scenario;

import io.clientele.bench.data.People;
import io.clientele.bench.load.HttpConnection;
import io.clientele.bench.load.Response;
import io.clientele.kernel.ShortId;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Four users who write, read and list customers at a steady pace, a hundred requests a second in all, whatever the answers take: a request that
 * must wait for the one before it is counted from the moment at which it was due.
 */
final class PacedUsers implements AutoCloseable {
    private static final int USERS = 4;
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9A-Z]+)\"");

    private final ExecutorService threads = Executors.newFixedThreadPool(USERS);
    private final Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ProductProtocol protocol;
    private final int port;
    private volatile boolean over;

    private PacedUsers(int port, String token) {
        this.port = port;
        this.protocol = new ProductProtocol(token);
    }

    static PacedUsers start(int port, String token) {
        PacedUsers users = new PacedUsers(port, token);
        for (int i = 0; i < USERS; i++) {
            People people = new People(i);
            long first = i * 1_000_000L;
            users.threads.execute(() -> users.work(people, first));
        }
        return users;
    }

    private void work(People people, long first) {
        try (HttpConnection connection = new HttpConnection(port)) {
            long due = System.nanoTime();
            long id = 0;
            for (long i = 0; !over; i++) {
                awaitMoment(due);
                if (i % 3 == 0) {
                    id = added(connection.exchange(protocol.create(people.person(first + i))));
                } else {
                    note(connection.exchange(i % 3 == 1 ? protocol.read(id) : protocol.city("上海")), 200);
                }
                latencies.add(System.nanoTime() - due);
                due += PERIOD_NANOS;
            }
        } catch (IOException | IllegalStateException e) {
            failures.add("a user gave up: " + e.getMessage());
        }
    }

    private static void awaitMoment(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private long added(Response response) {
        note(response, 201);
        Matcher id = ID.matcher(response.text());
        if (!id.find()) {
            throw new IllegalStateException("no id in " + response.text());
        }
        return ShortId.parse(id.group(1));
    }

    private void note(Response response, int expected) {
        if (response.status() != expected) {
            failures.add(response.status() + " " + response.text());
        }
    }

    /** How long each request took since this was last asked, in nanoseconds. */
    long[] taken() {
        long[] taken = latencies.stream().mapToLong(Long::longValue).toArray();
        latencies.clear();
        return taken;
    }

    Queue<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        over = true;
        Crowd.dismiss(threads);
    }
}
