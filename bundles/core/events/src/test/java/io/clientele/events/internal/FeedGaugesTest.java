package io.clientele.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.events.FeedStatus;
import io.clientele.events.FeedStatus.State;
import io.clientele.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedGaugesTest {
    private static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedGauges gauges = new FeedGauges(meters, new SettableClock(NOW));

    private double gauge(String name) {
        return meters.get(name).tag("feed", "sales").gauge().value();
    }

    @Test
    void how_far_a_feed_is_behind_since_when_and_what_it_parked_are_metrics() {
        gauges.show(List.of(new FeedStatus("sales", "io.example", State.RUNNING, 12, NOW.minusSeconds(90), 3.5, 2)));

        assertThat(gauge("clientele.feed.lag")).isEqualTo(12);
        assertThat(gauge("clientele.feed.age")).isEqualTo(90);
        assertThat(gauge("clientele.feed.parked")).isEqualTo(2);
    }

    @Test
    void a_feed_that_is_forgotten_has_no_metrics() {
        gauges.show(List.of(new FeedStatus("sales", "io.example", State.WAITING, 0, null, 0, 0)));

        gauges.show(List.of());

        assertThat(meters.getMeters()).isEmpty();
    }
}
