package io.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** An outside book of every write that the server acknowledged, kept by the clients that sent them. */
final class Ledger {
    private static final int WRITERS = 4;
    private final Api api;
    private final AtomicLong numbers = new AtomicLong();

    /** Customer id to the newest version that was acknowledged. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    Ledger(Api api) {
        this.api = api;
    }

    int size() {
        return acknowledged.size();
    }

    /** Writes with several clients until {@code killer} has ended the server; an answer that did not arrive counts for nothing. */
    void writeUntil(Runnable killer) {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> writeWhile(over));
        }
        killer.run();
        over.set(true);
        writers.shutdown();
        try {
            if (!writers.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a writer hangs");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeWhile(AtomicBoolean over) {
        while (!over.get()) {
            try {
                writeOne();
            } catch (UncheckedIOException e) {
                return;
            }
        }
    }

    private void writeOne() {
        long number = numbers.incrementAndGet();
        Answer added = api.post(
                "/api/v1/customers",
                Map.of(
                        "kind",
                        "person",
                        "name",
                        "Writer " + number,
                        "identifiers",
                        List.of(Map.of("source", "ledger", "id", Long.toString(number))),
                        "contactPoints",
                        List.of(Map.of("kind", "email", "value", "w" + number + "@example.com"))));
        if (added.status() != 201) {
            return;
        }
        String id = added.text("id");
        acknowledged.put(id, 1L);
        Answer changed = api.patch("/api/v1/customers/" + id, Map.of("status", "active"), "\"1\"");
        if (changed.status() == 200) {
            acknowledged.put(id, 2L);
        }
    }

    /** The acknowledged writes that the server no longer has. */
    List<String> lost() {
        return acknowledged.entrySet().stream()
                .filter(entry -> !has(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many customers of this ledger are there by one way but not by the other: each must be whole or absent. */
    long torn() {
        long byIdentifier = total("identifier==ledger:*");
        long byMail = total("email==w*");
        return Math.abs(byIdentifier - byMail);
    }

    /** A server that has just started may need more than one attempt to count, on a machine that does something else, too. */
    private long total(String filter) {
        String list = FirstHourIT.customers(filter) + "&limit=1&total=true";
        Answer answer =
                Awaitility.await("counting " + filter).until(() -> api.get(list), counted -> counted.status() != 503);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("total").asLong();
    }

    private boolean has(String id, long version) {
        Answer answer = api.get("/api/v1/customers/" + id);
        return answer.status() == 200 && answer.body().path("version").asLong() >= version;
    }
}
