package io.clientele.bench.scenario;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that stand for users. */
final class Crowd {
    private Crowd() {}

    /** Waits until everybody is done with the request at hand. */
    static void dismiss(ExecutorService users) {
        users.shutdown();
        try {
            if (!users.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a request hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
