package io.clientele.segmentation.internal;

import io.clientele.events.Feeds;
import io.clientele.kernel.BackgroundThread;
import io.clientele.kernel.UnavailableException;
import io.clientele.segmentation.internal.store.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done without anybody asking: learning what other nodes changed, taking up segments whose facts came back, moving members as time goes
 * by, and at night scores, grades and the comparison.
 */
@Component(service = SegmentClock.class, immediate = true, configurationPid = "io.clientele.segmentation")
public final class SegmentClock {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentClock.class);
    private static final Duration SETTLING = Duration.ofSeconds(5);

    /** Settings. */
    @interface Config {
        /** How often members are moved by time alone. */
        int clockSeconds() default 60;

        /** The hour, in UTC, from which on customers are scored and graded and members compared with a recomputation. */
        int checkHour() default 3;
    }

    private final Platform platform;
    private final KnownSegments known;
    private final Grading grading;
    private final NightlyCheck check;
    private final Duration period;
    private final LocalTime checkTime;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> BackgroundThread.of(task, "clientele-segmentation"));
    private long factsSeen = -1;
    private Instant factsSince = Instant.EPOCH;
    private boolean factsJudged;

    @Activate
    public SegmentClock(
            Config config,
            @Reference Platform platform,
            @Reference KnownSegments known,
            @Reference Feeds feeds,
            @Reference Grading grading) {
        this.platform = platform;
        this.known = known;
        this.grading = grading;
        this.check = new NightlyCheck(platform, known, feeds);
        this.period = Duration.ofSeconds(Math.max(1, config.clockSeconds()));
        this.checkTime = LocalTime.of(Math.floorMod(config.checkHour(), 24), 0);
        var unused = worker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        worker.shutdownNow();
    }

    private void tick() {
        try {
            platform.asSystem(this::turn);
        } catch (UnavailableException e) {
            LOG.debug("The database is away; segments wait", e);
        } catch (RuntimeException e) {
            LOG.error("Segments could not be brought up to now; it is tried again", e);
        }
    }

    private boolean turn() {
        known.refresh();
        Instant now = platform.now();
        judgeFacts(now);
        Gate.Mark mark = platform.transactions().read(Gate::look);
        if (!now.isBefore(mark.clockedAt().plus(period))) {
            new Turning(platform, known).to(now);
        }
        Instant due = lastCheckTime(now);
        return grading.step(due) || check.step(due);
    }

    /** Facts come one after another when a server starts or a module is replaced; what is judged is where that leads. */
    private void judgeFacts(Instant now) {
        long revision = platform.facts().revision();
        if (revision != factsSeen) {
            factsSeen = revision;
            factsSince = now;
            factsJudged = false;
        } else if (!factsJudged && !now.isBefore(factsSince.plus(SETTLING))) {
            new Returning(platform, known).run();
            grading.judge();
            factsJudged = true;
        }
    }

    private Instant lastCheckTime(Instant now) {
        Instant today =
                LocalDate.ofInstant(now, ZoneOffset.UTC).atTime(checkTime).toInstant(ZoneOffset.UTC);
        return today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
    }
}
