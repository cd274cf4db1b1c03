package io.clientele.cli.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a long piece of work is: a line drawn over on a terminal, a plain line every few seconds elsewhere. */
public final class ProgressBar {
    private static final int WIDTH = 24;
    private static final Duration TERMINAL_EVERY = Duration.ofMillis(100);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final Console console;
    private final Clock clock;
    private final Instant started;
    private Instant shown = Instant.MIN;

    public ProgressBar(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** How much of the work is done; {@code failed} is counted within {@code rows}. */
    public record Progress(double share, long rows, long failed) {}

    public void show(Progress progress) {
        Duration every = console.terminal() ? TERMINAL_EVERY : LINE_EVERY;
        Instant now = clock.instant();
        if (shown.equals(Instant.MIN) || !shown.plus(every).isAfter(now)) {
            shown = now;
            draw(progress);
        }
    }

    /** Shows the last state and leaves the line. */
    public void finish(Progress progress) {
        draw(progress);
        if (console.terminal()) {
            console.line("");
        }
    }

    private void draw(Progress progress) {
        if (console.terminal()) {
            console.redraw(text(progress));
        } else {
            console.line(text(progress));
        }
    }

    String text(Progress progress) {
        double share = Math.max(0, Math.min(1, progress.share()));
        int filled = (int) (share * WIDTH);
        double seconds = Duration.between(started, clock.instant()).toMillis() / 1000.0;
        long perSecond = seconds == 0 ? 0 : Math.round(progress.rows() / seconds);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d rows  %,d rows/s  %,d failed",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (share * 100),
                progress.rows(),
                perSecond,
                progress.failed());
    }
}
