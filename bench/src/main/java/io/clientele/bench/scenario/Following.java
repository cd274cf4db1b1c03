package io.clientele.bench.scenario;

import io.clientele.bench.load.ClosedLoop;
import io.clientele.bench.load.HttpConnection;
import io.clientele.bench.load.Response;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.kernel.ShortId;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Two hundred segments while two hundred customers change each second: from the answer to a change until REST tells the membership that
 * follows. Every tenth change is watched, by asking again and again.
 */
final class Following {
    private static final int SEGMENTS = 200;
    private static final int RATE = 200;
    private static final int SECONDS = 60;
    private static final int QUICK_SECONDS = 10;
    private static final int WARM_UP_SECONDS = 10;
    private static final int WATCHED = 10;
    private static final int WATCHERS = 4;
    private static final double MILLIS = 1_000;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Bed bed;
    private final Ground ground;
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();
    private final AtomicInteger watched = new AtomicInteger();
    private int warmUp;

    Following(Bed bed, Ground ground) {
        this.bed = bed;
        this.ground = ground;
    }

    /** A connection that changes customers, four of which do so in turns. */
    private record Writer(int number, int changes, long begin) {}

    void run(Installation product, SegmentationModule module) throws IOException, SQLException {
        bed.report().progress("defining " + SEGMENTS + " segments");
        ManySegments segments = ManySegments.define(product.admin(), SEGMENTS);
        ground.settling().run();
        String token = product.manager("bench-following").api().token();
        ProductProtocol protocol = new ProductProtocol(token);
        int port = product.distribution().port();
        Updating changes = Updating.prepare(
                protocol, port, ground.ids().stream().mapToLong(Long::longValue).toArray(), 1_000_000);
        int seconds = WARM_UP_SECONDS + (bed.sizes().rounds() < 10 ? QUICK_SECONDS : SECONDS);
        bed.report().progress("changing " + RATE + " customers each second");
        warmUp = WARM_UP_SECONDS * RATE / ClosedLoop.CONNECTIONS;
        double wall = change(port, changes, new Watching(protocol, port), RATE * seconds / ClosedLoop.CONNECTIONS);
        module.awaitCaughtUp();
        report(RATE * seconds / wall, segments.differences());
    }

    private double change(int port, Updating changes, Watching watching, int each) {
        ExecutorService writers = Executors.newFixedThreadPool(ClosedLoop.CONNECTIONS);
        ExecutorService watchers = Executors.newFixedThreadPool(WATCHERS);
        long begin = System.nanoTime();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < ClosedLoop.CONNECTIONS; i++) {
                Writer writer = new Writer(i, each, begin);
                running.add(writers.submit(() -> {
                    write(port, changes, writer, changed -> watchers.execute(() -> watching.watch(changed)));
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return (System.nanoTime() - begin) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            writers.shutdownNow();
            // What still waits to be watched is: a delay that was cut off would be missing among the longest.
            drain(watchers);
        }
    }

    private static void drain(ExecutorService watchers) {
        watchers.shutdown();
        try {
            if (!watchers.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a membership is waited for in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Watcher {
        void see(Seen seen);
    }

    /** A change that was answered. */
    private record Seen(Updating.Changed changed, long at, boolean counts) {}

    /** Each change has its time, whether the one before it took long or not. */
    private void write(int port, Updating changes, Writer writer, Watcher watcher) throws IOException {
        long step = 1_000_000_000L * ClosedLoop.CONNECTIONS / RATE;
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int i = 0; i < writer.changes; i++) {
                long due = writer.begin + i * step + writer.number * step / ClosedLoop.CONNECTIONS;
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                Response response = connection.exchange(changes.inTurn(writer.number, i));
                changes.answered(writer.number, response);
                if (i % WATCHED == 0) {
                    watched.addAndGet(i >= warmUp ? 1 : 0);
                    watcher.see(new Seen(changes.changed(writer.number), System.nanoTime(), i >= warmUp));
                }
            }
        }
    }

    /** Asks until a membership is what it must be. */
    private final class Watching {
        private final ProductProtocol protocol;
        private final int port;

        Watching(ProductProtocol protocol, int port) {
            this.protocol = protocol;
            this.port = port;
        }

        void watch(Seen seen) {
            long id = seen.changed.id();
            boolean member = seen.changed.status().equals("active");
            byte[] request =
                    protocol.filtered("id==" + ShortId.format(id) + ";segment." + ManySegments.FIRST + "==true");
            try (HttpConnection connection = new HttpConnection(port)) {
                while (isMember(connection.exchange(request)) != member
                        && System.nanoTime() - seen.at < PATIENCE_NANOS) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            } catch (IOException e) {
                throw new IllegalStateException("a membership could not be read", e);
            }
            if (seen.counts) {
                delays.add(System.nanoTime() - seen.at);
            }
        }

        private static boolean isMember(Response response) {
            Answers.insist(response, 200);
            return response.text().contains("\"name\"");
        }
    }

    private void report(double rate, long differences) {
        long[] micros = delays.stream().mapToLong(nanos -> nanos / 1_000).toArray();
        String remark = String.format(
                Locale.ROOT,
                "median %.0f ms, worst %.0f ms, of %,d; %.0f changes a second",
                Figures.percentile(micros, 50) / 1e3,
                Figures.percentile(micros, 100) / 1e3,
                micros.length,
                rate);
        if (micros.length < watched.get()) {
            throw new IllegalStateException(watched.get() - micros.length + " memberships could not be read");
        }
        if (rate < .95 * RATE) {
            throw new IllegalStateException("the server takes only " + remark);
        }
        bed.report()
                .add(Row.limit(
                        SEGMENTS + " segments kept current at " + RATE + " changes a second, " + ground.where()
                                + ", p99",
                        Figures.percentile(micros, 99) / 1e3,
                        MILLIS,
                        new Style("ms", 0, remark)));
        bed.report()
                .add(Row.limit(
                        "members that a recomputation moves after that, " + ground.where(),
                        (double) differences,
                        0,
                        new Style("", 0, SEGMENTS + " segments")));
    }
}
