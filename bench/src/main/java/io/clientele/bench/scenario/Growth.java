package io.clientele.bench.scenario;

import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Report;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Row.Quotient;
import io.clientele.bench.measure.Style;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a large registry costs: its import, the same requests as in a small one, and a list that only part of it may be seen in. */
public final class Growth {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("import", "growth", "three");

    private static final String FEW = "bench_few";
    private static final String WARM = "bench_import";
    private static final String MANY = "bench_many";
    private static final double MICROS_PER_ROW = 60;
    private static final double ROW_GROWTH = 1.2;
    private static final double REQUEST_GROWTH = 1.3;
    private static final double MEMORY_MIB = 400;
    private static final int WARM_IMPORTS = 8;

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Growth(Bed bed) {
        this.bed = bed;
    }

    /** Loads a large registry and runs the scenarios that are wanted. */
    public void run() throws IOException, SQLException {
        double warmFew = bed.wants("import") ? importFewWarm() : 0;
        try (Installation many = bed.install(MANY)) {
            Teams teams = Teams.found(many);
            importMany(many, warmFew, teams);
            bed.postgres().settle(MANY);
            if (bed.wants("growth")) {
                growth(many);
            }
            if (bed.wants("three")) {
                new TeamList(bed, MANY).run(many, teams.oneTree());
            }
            memory(many, "all of it");
        }
    }

    /** A few rows again and again, so that the figure is that of compiled code and not of a Java process that has just started. */
    private double importFewWarm() throws IOException, SQLException {
        int few = bed.sizes().few();
        try (Installation product = bed.install(WARM)) {
            List<Double> costs = new ArrayList<>();
            Import.Cost cold = Import.run(bed, product, Portion.first(few));
            for (int i = 1; i <= WARM_IMPORTS; i++) {
                bed.report().progress("importing " + few + " rows, warm, " + i);
                costs.add(Import.run(bed, product, new Portion((long) few * i, few, List.of()))
                        .microsPerRow());
            }
            double warm = Figures.median(costs.subList(WARM_IMPORTS / 2, WARM_IMPORTS));
            bed.report()
                    .add(Row.reference(
                            count(few) + " rows imported, CPU per row",
                            warm,
                            new Style(
                                    "µs",
                                    1,
                                    String.format(
                                            Locale.ROOT,
                                            "warmed by %d imports of as many; the first cost %.1f µs",
                                            WARM_IMPORTS / 2 + 1,
                                            cold.microsPerRow()))));
            return warm;
        }
    }

    private void importMany(Installation product, double warmFew, Teams teams) throws IOException, SQLException {
        Report report = bed.report();
        report.progress("importing " + bed.sizes().many() + " customers");
        Import.Cost cost = Import.run(bed, product, new Portion(0, bed.sizes().many(), teams.all()));
        if (!bed.wants("import")) {
            return;
        }
        String what = count(bed.sizes().many()) + " rows imported, CPU per row";
        report.add(Row.limit(what, cost.microsPerRow(), MICROS_PER_ROW, new Style("µs", 1, cost.remark())));
        report.add(Row.ratio(
                "import, large against small",
                new Quotient(cost.microsPerRow(), warmFew),
                ROW_GROWTH,
                new Style("µs", 1, product.distribution().javaOptions())));
        memory(product, "import");
        CopyReference.measure(bed, MANY);
    }

    private void growth(Installation many) throws IOException, SQLException {
        try (Installation few = bed.install(FEW)) {
            Import.run(bed, few, Portion.first(bed.sizes().few()));
            bed.postgres().settle(FEW);
            Workloads large = workloads(many, MANY, "growth-large");
            Workloads small = workloads(few, FEW, "growth-small");
            for (String scenario : List.of("read", "create")) {
                bed.report().progress("measuring " + scenario + " in both sizes");
                Duel duel = Duel.fight(large.side(scenario), small.side(scenario), bed.sizes());
                String what = String.format(
                        Locale.ROOT,
                        "%s, %s against %s customers, CPU",
                        scenario,
                        count(bed.sizes().many()),
                        count(bed.sizes().few()));
                bed.report().add(Row.ratio(what, duel.cpu(), REQUEST_GROWTH, new Style("µs", 0, duel.remark())));
            }
        }
    }

    private Workloads workloads(Installation installation, String database, String login) throws SQLException {
        Protocol protocol =
                new ProductProtocol(installation.manager(login).api().token());
        return new Workloads(protocol, bed.target(installation), Population.read(bed.postgres(), database), 0);
    }

    private void memory(Installation product, String when) {
        bed.report()
                .add(Row.limit(
                        "most memory ever resident, " + count(bed.sizes().many()) + " customers, " + when,
                        product.distribution().memory().peakKib() / 1024.0,
                        MEMORY_MIB,
                        new Style("MiB", 0, "")));
    }

    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
