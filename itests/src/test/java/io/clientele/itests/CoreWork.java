package io.clientele.itests;

import io.clientele.itests.Api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Users who write, read and list customers without a pause, and note what was not answered as it should be. */
final class CoreWork {
    private static final int CLIENTS = 4;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<List<String>>> working = new ArrayList<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean over;

    private CoreWork() {}

    static CoreWork start(Api api) {
        CoreWork work = new CoreWork();
        for (int i = 0; i < CLIENTS; i++) {
            work.working.add(work.clients.submit(() -> work.run(api)));
        }
        work.clients.shutdown();
        return work;
    }

    private List<String> run(Api api) {
        List<String> failed = new ArrayList<>();
        while (!over) {
            Answer added = api.post("/api/v1/customers", FirstHourIT.wang("上海"));
            note(added, 201, failed);
            note(api.get("/api/v1/customers/" + added.text("id")), 200, failed);
            note(api.get("/api/v1/customers?limit=5"), 200, failed);
            answered.addAndGet(3);
        }
        return failed;
    }

    private static void note(Answer answer, int expected, List<String> failed) {
        if (answer.status() != expected) {
            failed.add(answer.status() + " " + answer.raw().body());
        }
    }

    int answered() {
        return answered.get();
    }

    /** Lets everybody finish; returns what was wrong. */
    List<String> end() {
        over = true;
        List<String> failed = new ArrayList<>();
        for (Future<List<String>> each : working) {
            try {
                failed.addAll(each.get(60, TimeUnit.SECONDS));
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
        return failed;
    }
}
