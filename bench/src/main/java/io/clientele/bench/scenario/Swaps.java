package io.clientele.bench.scenario;

import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Report;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Distribution;
import io.clientele.bench.server.Footprint;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A module is installed, updated and uninstalled again and again while four users work with the core. */
public final class Swaps {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("swap");

    private static final String DATABASE = "bench_swap";

    /** Until everything that is loaded once is loaded. */
    private static final int WARM_UP = 5;

    private static final double AWAY_MILLIS = 250;

    /** What takes longer is not measured. */
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private static final double FLAT = 1.2;

    private final Bed bed;
    private final List<Long> away = new ArrayList<>();
    private final List<Long> awayForUpdate = new ArrayList<>();
    private final AtomicLong customers = new AtomicLong();
    private int failedChanges;

    /** Runs on {@code bed}. */
    public Swaps(Bed bed) {
        this.bed = bed;
    }

    /** Changes the module as often as the sizes say and judges what is left of that. */
    public void run() throws IOException, SQLException {
        Signer signer = Signer.create("CN=Bench");
        try (Installation product = bed.install(DATABASE)) {
            Distribution distribution = product.distribution();
            distribution.trust(signer.pem());
            SwappedModule module = new SwappedModule(product.admin(), signer);
            cycles(product, module, WARM_UP);
            Footprint before = footprint(distribution, module);
            away.clear();
            awayForUpdate.clear();
            long begin = System.nanoTime();
            CoreUsers users = cycles(product, module, bed.sizes().swaps());
            double seconds = (System.nanoTime() - begin) / 1e9;
            served(users, seconds);
            left(before, footprint(distribution, module));
            bed.report().note(AbsenceLog.told(distribution.log()));
        }
    }

    private CoreUsers cycles(Installation product, SwappedModule module, int cycles) {
        long begin = System.nanoTime();
        try (CoreUsers users =
                CoreUsers.start(product.manager("bench-" + cycles).api(), customers)) {
            for (int i = 0; i < cycles; i++) {
                if (System.nanoTime() - begin > LONGEST.toNanos()) {
                    throw new IllegalStateException("only " + i + " cycles in " + LONGEST.toMinutes() + " minutes");
                }
                away.add(changed(module::install));
                awayForUpdate.add(changed(module::update));
                away.add(changed(module::uninstall));
            }
            away.addAll(awayForUpdate);
            return users;
        }
    }

    private long changed(LongSupplier change) {
        try {
            return change.getAsLong();
        } catch (IllegalStateException e) {
            failedChanges++;
            bed.report().progress(String.valueOf(e.getMessage()));
            return 0;
        }
    }

    private static Footprint footprint(Distribution distribution, SwappedModule module) throws IOException {
        module.awaitCollection();
        return Footprint.of(distribution.javaPid());
    }

    private void served(CoreUsers users, double seconds) {
        Report report = bed.report();
        String cycles = bed.sizes().swaps() + " cycles";
        String rate =
                String.format(Locale.ROOT, "of %,d in %.0f s %s", users.answered(), seconds, users.firstFailure());
        report.add(Row.limit(
                "core requests that failed in " + cycles, (double) users.failed(), 0, new Style("", 0, rate)));
        report.add(Row.limit(
                "changes that failed, or stopped or refreshed another bundle",
                (double) failedChanges,
                0,
                new Style("", 0, "of " + away.size())));
        report.add(Row.limit("module's own 503, p99", (double) percentile(away, 99), AWAY_MILLIS, window(away)));
        report.add(Row.limit(
                "module's own 503 for an update, p99",
                (double) percentile(awayForUpdate, 99),
                AWAY_MILLIS,
                window(awayForUpdate)));
    }

    private static Style window(List<Long> away) {
        String spread = "median " + Math.round(Figures.median(away)) + ", worst " + percentile(away, 100);
        return new Style("ms", 0, spread);
    }

    private static long percentile(List<Long> values, double percent) {
        return Figures.percentile(values.stream().mapToLong(Long::longValue).toArray(), percent);
    }

    private void left(Footprint before, Footprint after) {
        Report report = bed.report();
        report.add(Row.limit(
                "class loaders of bundles left",
                (double) (after.moduleLoaders() - before.moduleLoaders()),
                0,
                new Style("", 0, before.moduleLoaders() + " before")));
        grown("heap after collection", kib(after.heapKib(), before.heapKib()), "MiB");
        grown("metaspace after collection", kib(after.metaspaceKib(), before.metaspaceKib()), "MiB");
        grown("threads", count(after.threads(), before.threads()), "");
        grown("open files", count(after.files(), before.files()), "");
        grown("connections", count(after.sockets(), before.sockets()), "");
    }

    private static Row.Quotient kib(long after, long before) {
        return new Row.Quotient(after / 1024.0, before / 1024.0);
    }

    private static Row.Quotient count(long after, long before) {
        return new Row.Quotient((double) after, (double) before);
    }

    private void grown(String what, Row.Quotient afterAndBefore, String unit) {
        bed.report().add(Row.ratio(what + ", before and after", afterAndBefore, FLAT, new Style(unit, 0, "")));
    }
}
