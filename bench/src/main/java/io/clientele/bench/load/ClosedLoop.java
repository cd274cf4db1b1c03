package io.clientele.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Four connections, each of which asks again as soon as it has its answer, until a bounded number of requests is done. */
public final class ClosedLoop implements AutoCloseable {
    /** How many connections are open at a time. */
    public static final int CONNECTIONS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    /** Sends {@code requests} in all and measures what they cost; {@code seed} decides what is asked. */
    public Sample run(Target target, Workload workload, int requests, long seed) {
        int each = requests / CONNECTIONS;
        long[] latencies = new long[each * CONNECTIONS];
        List<HttpConnection> connections = connect(target.port());
        try {
            long server = target.server().cpuNanos();
            long database = target.database().cpuNanos();
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int number = i;
                HttpConnection connection = connections.get(i);
                Range range = new Range(number * each, each);
                running.add(threads.submit(() -> {
                    ask(new Asker(number, connection, workload), range, latencies, seed);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            long wall = System.nanoTime() - start;
            return new Sample(
                    target.server().cpuNanos() - server, target.database().cpuNanos() - database, wall, latencies);
        } catch (ExecutionException e) {
            throw new IllegalStateException(target.name() + ": " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            connections.forEach(ClosedLoop::close);
        }
    }

    private static void ask(Asker asker, Range range, long[] latencies, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed * CONNECTIONS + asker.number());
        for (int i = 0; i < range.count(); i++) {
            byte[] request = asker.workload().next(asker.number(), random);
            long sent = System.nanoTime();
            Response response = asker.connection().exchange(request);
            latencies[range.from() + i] = System.nanoTime() - sent;
            asker.workload().answered(asker.number(), response);
        }
    }

    private static List<HttpConnection> connect(int port) {
        List<HttpConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(new HttpConnection(port));
            }
            return connections;
        } catch (IOException e) {
            connections.forEach(ClosedLoop::close);
            throw new IllegalStateException("nothing listens on port " + port, e);
        }
    }

    private static void close(HttpConnection connection) {
        try {
            connection.close();
        } catch (IOException ignored) {
            // The round is over either way.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private record Asker(int number, HttpConnection connection, Workload workload) {}

    private record Range(int from, int count) {}
}
