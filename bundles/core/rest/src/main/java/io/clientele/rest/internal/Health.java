package io.clientele.rest.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks everything that can tell whether the system is well. A check that hangs or throws fails alone. */
final class Health implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final long PATIENCE_MILLIS = 2000;
    private static final int CHECKERS = 4;
    private static final int WAITING = 32;
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<HealthCheck, String> checks = new ConcurrentHashMap<>();
    private final ExecutorService checkers;
    private final String version;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Database database;
    private volatile boolean awaited;
    private volatile boolean reached;

    Health(String version) {
        this.version = version;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                CHECKERS,
                CHECKERS,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                DaemonThreads.named("clientele-health", Health.class));
        pool.allowCoreThreadTimeOut(true);
        checkers = pool;
    }

    void use(Database value) {
        database = value;
        reached = false;
    }

    /** There is a platform around this host, which is whole only later. */
    void awaitPlatform() {
        awaited = true;
    }

    boolean isAwaited() {
        return awaited;
    }

    /** Whether more may come: not once all was well with the present database. Whoever asks while somebody else does has no better answer to wait for. */
    boolean isStarting() {
        if (reached) {
            return false;
        }
        if (!asking.tryLock()) {
            return true;
        }
        try {
            return !report().ready();
        } finally {
            asking.unlock();
        }
    }

    void stopUsing(Database value) {
        if (database == value) {
            database = null;
        }
    }

    void add(HealthCheck check, String name) {
        checks.put(check, name);
    }

    void remove(HealthCheck check) {
        checks.remove(check);
    }

    /** What was found. */
    record Report(boolean ready, String json) {}

    /** One line of the report. */
    private record Finding(boolean good, String text) {}

    Report report() {
        Database asked = database;
        Map<String, Future<Finding>> asking = new LinkedHashMap<>();
        Map<String, Finding> found = new LinkedHashMap<>();
        ask(
                "database",
                () -> asked == null ? new Finding(false, "none") : new Finding(true, asked.version()),
                asking,
                found);
        Set<String> waiting = asked == null ? Set.of() : asked.waiting();
        found.put("tables", new Finding(waiting.isEmpty(), waiting.isEmpty() ? "made" : "being made: " + waiting));
        checks.forEach((check, name) -> ask(name, () -> finding(check.execute()), asking, found));
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        asking.forEach((name, future) -> found.put(name, await(name, future, deadline)));
        boolean ready = found.values().stream().allMatch(Finding::good);
        if (ready && asked == database) {
            reached = true;
        }
        return new Report(ready, json(ready, asked, found));
    }

    private static Finding finding(Result result) {
        boolean good = result.isOk() || result.getStatus() == Result.Status.WARN;
        return new Finding(good, result.getStatus().name().toLowerCase(Locale.ROOT));
    }

    /** A question to one part of the system. */
    private interface Question {
        Finding ask();
    }

    private void ask(String name, Question question, Map<String, Future<Finding>> asking, Map<String, Finding> found) {
        try {
            asking.put(name, checkers.submit(question::ask));
        } catch (RejectedExecutionException e) {
            found.put(name, new Finding(false, "too many checks hang"));
        }
    }

    private static Finding await(String name, Future<Finding> future, long deadline) {
        try {
            return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(false);
            return new Finding(false, "no answer within " + PATIENCE_MILLIS + " ms");
        } catch (ExecutionException e) {
            tell(name, e.getCause());
            return new Finding(false, "failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(false, "interrupted");
        }
    }

    /** Whoever watches asks often, and as long as the database is away the answer is the same: the stack would only fill the log. */
    private static void tell(String name, @Nullable Throwable cause) {
        if (cause instanceof UnavailableException) {
            LOG.warn("The health check {} failed: {}", name, cause.getMessage());
        } else {
            LOG.warn("The health check {} failed", name, cause);
        }
    }

    private String json(boolean ready, @Nullable Database asked, Map<String, Finding> found) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeBooleanField("live", true);
            json.writeBooleanField("ready", ready);
            json.writeStringField("durability", asked == null ? "none" : asked.durability());
            Finding data = found.get("database");
            json.writeStringField("database", data == null ? "none" : data.text());
            json.writeObjectFieldStart("versions");
            json.writeStringField("clientele", version);
            json.writeStringField("java", Runtime.version().toString());
            json.writeEndObject();
            json.writeArrayFieldStart("checks");
            for (Map.Entry<String, Finding> line : found.entrySet()) {
                json.writeStartObject();
                json.writeStringField("name", line.getKey());
                json.writeBooleanField("good", line.getValue().good());
                json.writeStringField("detail", line.getValue().text());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        checkers.shutdownNow();
    }
}
