package io.clientele.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.kernel.UnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabasePatienceTest {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void goes_on_once_the_database_is_back() {
        boolean done = DatabasePatience.complete(PAUSE, () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new UnavailableException("away", Duration.ZERO);
            }
        });

        assertThat(done).isTrue();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void ends_at_a_fault_that_time_does_not_mend() {
        boolean done = DatabasePatience.complete(PAUSE, () -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("broken");
        });

        assertThat(done).isFalse();
        assertThat(attempts).hasValue(1);
    }

    @Test
    void ends_when_nobody_waits_any_more() {
        boolean done = DatabasePatience.complete(PAUSE, () -> {
            attempts.incrementAndGet();
            Thread.currentThread().interrupt();
            throw new UnavailableException("away", Duration.ZERO);
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isFalse();
        assertThat(attempts).hasValue(1);
    }
}
