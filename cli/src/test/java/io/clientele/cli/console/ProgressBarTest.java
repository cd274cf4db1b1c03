package io.clientele.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.cli.console.ProgressBar.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final Hand clock = new Hand();
    private final Printed printed = new Printed();

    @Test
    void shows_share_rows_speed_and_failures() {
        ProgressBar bar = new ProgressBar(printed.console(false), clock);
        clock.forward(Duration.ofSeconds(2));

        assertThat(bar.text(new Progress(0.5, 3000, 7)))
                .isEqualTo("[############............]  50 %  3,000 rows  1,500 rows/s  7 failed");
    }

    @Test
    void never_leaves_its_frame() {
        ProgressBar bar = new ProgressBar(printed.console(false), clock);

        assertThat(bar.text(new Progress(1.7, 1, 0))).startsWith("[########################] 100 %");
        assertThat(bar.text(new Progress(-1, 0, 0))).startsWith("[........................]   0 %");
    }

    @Test
    void writes_a_plain_line_only_every_ten_seconds_when_nobody_can_see_it_redrawn() {
        ProgressBar bar = new ProgressBar(printed.console(false), clock);

        bar.show(new Progress(0.1, 1, 0));
        clock.forward(Duration.ofSeconds(9));
        bar.show(new Progress(0.2, 2, 0));
        clock.forward(Duration.ofSeconds(1));
        bar.show(new Progress(0.3, 3, 0));
        bar.finish(new Progress(1, 4, 0));

        assertThat(printed.lines()).hasSize(3).noneMatch(line -> line.contains("\r"));
        assertThat(printed.lines().get(2)).contains("100 %");
    }

    @Test
    void draws_over_the_line_of_a_terminal_and_leaves_it_at_the_end() {
        ProgressBar bar = new ProgressBar(printed.console(true), clock);

        bar.show(new Progress(0.1, 1, 0));
        bar.finish(new Progress(1, 2, 0));

        assertThat(printed.out()).startsWith("\r").contains("100 %").endsWith(System.lineSeparator());
        assertThat(printed.out().chars().filter(c -> c == '\n').count()).isEqualTo(1);
    }

    /** A clock that stands still until it is moved. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void forward(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
