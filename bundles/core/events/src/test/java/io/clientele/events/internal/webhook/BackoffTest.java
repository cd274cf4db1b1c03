package io.clientele.events.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void waits_grow_and_last_for_more_than_a_day_before_it_is_given_up() {
        Duration all = IntStream.rangeClosed(1, 7)
                .mapToObj(attempts -> Backoff.after(attempts).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(Backoff.after(1)).contains(Duration.ofSeconds(5));
        assertThat(all).isGreaterThan(Duration.ofDays(1));
        assertThat(Backoff.after(8)).isEmpty();
    }
}
