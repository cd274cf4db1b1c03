package io.clientele.bench.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for something outside this process, with a deadline. */
public final class Waiting {
    private Waiting() {}

    /** Asks {@code question} every {@code pause} until it has an answer; throws after {@code deadline}. */
    public static <T> T until(String what, Supplier<Optional<T>> question, Duration pause, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        throw new IllegalStateException("waited " + deadline.toSeconds() + " s in vain for " + what);
    }
}
