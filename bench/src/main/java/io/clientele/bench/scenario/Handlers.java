package io.clientele.bench.scenario;

import io.clientele.bench.handlers.Neighbour;
import io.clientele.bench.handlers.Yard;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Row.Quotient;
import io.clientele.bench.measure.Style;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A handler of events alone and beside bad ones, in turns, on both databases. */
public final class Handlers {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("handlers");

    private static final String DATABASE = "bench_handlers";
    private static final int MOST_ROUNDS = 11;

    /** Some seconds of events, so that neither the first failures nor a slow write to the disk decide. */
    private static final int WARM_UPS = 5;

    private static final double A_TENTH_MORE = 1.1;
    private static final double NANOS = 1_000;
    private final Bed bed;
    private int databases;

    /** Runs on {@code bed}. */
    public Handlers(Bed bed) {
        this.bed = bed;
    }

    private interface Opener {
        Yard open() throws SQLException;
    }

    /** Measures beside each kind of neighbour. */
    public void run() throws SQLException {
        measure("H2", this::h2);
        measure("PostgreSQL", this::postgres);
    }

    private Yard h2() {
        return new Yard("jdbc:h2:file:" + bed.directory().resolve("handlers" + ++databases), "");
    }

    private Yard postgres() throws SQLException {
        bed.postgres().create(DATABASE);
        bed.postgres().settle(DATABASE);
        return new Yard(bed.postgres().url(DATABASE), "postgres");
    }

    private void measure(String where, Opener opener) throws SQLException {
        double unused = once(opener, Neighbour.NONE);
        for (Neighbour neighbour : Neighbour.values()) {
            List<Double> alone = new ArrayList<>();
            List<Double> beside = new ArrayList<>();
            for (int round = 0; round < Math.min(MOST_ROUNDS, bed.sizes().rounds()); round++) {
                alone.add(once(opener, Neighbour.NONE));
                beside.add(once(opener, neighbour));
            }
            String what = "an event on " + where + ", " + neighbour.words();
            Quotient medians = new Quotient(Figures.median(beside), Figures.median(alone));
            bed.report().add(Row.ratio(what, medians, A_TENTH_MORE, new Style("µs", 1, remark(alone, beside))));
        }
    }

    private double once(Opener opener, Neighbour neighbour) throws SQLException {
        try (Yard yard = opener.open()) {
            return yard.nanosPerEvent(WARM_UPS * bed.sizes().warmUp(), neighbour) / NANOS;
        }
    }

    private static String remark(List<Double> alone, List<Double> beside) {
        double[] ratios = new double[alone.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = beside.get(i) / alone.get(i);
        }
        Arrays.sort(ratios);
        return String.format(
                Locale.ROOT,
                "events/s %.0f / %.0f, rounds %.2f–%.2f",
                1e6 / Figures.median(beside),
                1e6 / Figures.median(alone),
                ratios[0],
                ratios[ratios.length - 1]);
    }
}
