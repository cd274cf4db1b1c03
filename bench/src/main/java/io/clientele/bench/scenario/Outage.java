package io.clientele.bench.scenario;

import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Distribution;
import io.clientele.bench.server.StoppablePostgres;
import io.clientele.bench.server.Waiting;
import io.clientele.testkit.Gate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How soon the product says that its database is lost, and how soon it answers again when the database is back. */
public final class Outage {
    /** The names it can be asked for by. */
    public static final List<String> SCENARIOS = List.of("outage");

    private static final String QUESTION = "/api/v1/customers?limit=1";
    private static final int TIMES = 10;
    private static final double LOST_WITHIN = 1;
    private static final double BACK_WITHIN = 5;
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The pool trusts a connection that was used a moment ago. */
    private static final Duration MOMENT = Duration.ofMillis(600);

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Outage(Bed bed) {
        this.bed = bed;
    }

    /** Something that happens to a database. */
    private interface Event {
        void happen() throws IOException;
    }

    /** Measures a database that stops, and one that falls silent. */
    public void run() throws IOException {
        try (StoppablePostgres postgres =
                        StoppablePostgres.start(bed.directory().resolve("outage-postgres"));
                Gate gate = Gate.to(postgres.port());
                Distribution distribution =
                        Distribution.unpack(bed.archive(), bed.directory().resolve("outage"))) {
            distribution.use("jdbc:postgresql://127.0.0.1:" + gate.port() + "/postgres");
            distribution.start();
            Api api = new Api(distribution.port()).login("admin", password(distribution));
            measure("stopped PostgreSQL", api, postgres::stop, postgres::start);
            measure("silent PostgreSQL", api, gate::shut, gate::open);
        }
    }

    private static String password(Distribution distribution) {
        return distribution.await("the first password", LONGEST, distribution::firstPassword);
    }

    private void measure(String what, Api api, Event goes, Event returns) throws IOException {
        List<Double> lost = new ArrayList<>();
        List<Double> back = new ArrayList<>();
        for (int i = 1; i <= TIMES; i++) {
            bed.report().progress(what + ", " + i);
            pause();
            goes.happen();
            lost.add(answered(api, 503));
            returns.happen();
            back.add(awaited(api));
        }
        add(what + ", until the answer is 503", lost, LOST_WITHIN);
        add(what + ", until it answers again", back, BACK_WITHIN);
    }

    /** How long a request takes, which must be answered so. */
    private static double answered(Api api, int status) {
        long begun = System.nanoTime();
        int given = api.status(QUESTION);
        if (given != status) {
            throw new IllegalStateException(QUESTION + " answered " + given + " instead of " + status);
        }
        return secondsSince(begun);
    }

    private static double awaited(Api api) {
        long begun = System.nanoTime();
        Waiting.until(
                "an answer", () -> api.status(QUESTION) == 200 ? Optional.of(true) : Optional.empty(), OFTEN, LONGEST);
        return secondsSince(begun);
    }

    private static void pause() {
        long end = System.nanoTime() + MOMENT.toNanos();
        Waiting.until(
                "a moment to pass",
                () -> System.nanoTime() > end ? Optional.of(true) : Optional.empty(),
                OFTEN,
                LONGEST);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Judged by the worst: an outage is no matter of averages. */
    private void add(String what, List<Double> seconds, double limit) {
        String remark = String.format(Locale.ROOT, "worst of %d, median %.2f s", TIMES, Figures.median(seconds));
        bed.report().add(Row.limit(what, Collections.max(seconds), limit, new Style("s", 2, remark)));
    }
}
