package io.clientele.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
    private final AtomicLong now = new AtomicLong();
    private final Repetitions repetitions = new Repetitions(Duration.ofMinutes(1), now::get);

    @Test
    void the_same_failure_is_told_in_full_once_a_minute() {
        assertThat(repetitions.isFirst(planted())).isTrue();
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(repetitions.isFirst(planted())).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());

        assertThat(repetitions.isFirst(planted())).isTrue();
    }

    @Test
    void another_failure_or_another_place_is_told_at_once() {
        assertThat(repetitions.isFirst(planted())).isTrue();

        assertThat(repetitions.isFirst(new IllegalStateException("elsewhere"))).isTrue();
        assertThat(repetitions.isFirst(new IllegalArgumentException("planted"))).isTrue();
    }

    private static IllegalStateException planted() {
        return new IllegalStateException("planted");
    }
}
