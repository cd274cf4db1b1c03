package io.clientele.bench.scenario;

import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.load.Target;
import io.clientele.bench.measure.Memory;
import io.clientele.bench.measure.Report;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.BaselineProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of every kind with authentication on, against the baseline over the same table. */
public final class Requests {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("read", "city", "prefix", "create", "update", "mix");

    private static final String DATABASE = "bench_requests";
    private static final double MEMORY_MIB = 400;

    private static final Map<String, Promise> PROMISES = promises();

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Requests(Bed bed) {
        this.bed = bed;
    }

    /** Loads the customers and runs the scenarios that are wanted. */
    public void run() throws IOException, SQLException {
        Report report = bed.report();
        try (Installation product = bed.install(DATABASE)) {
            report.note("product runs with: " + product.distribution().javaOptions());
            report.progress("importing " + bed.sizes().customers() + " customers");
            Import.Cost cost =
                    Import.run(bed, product, Portion.first(bed.sizes().customers()));
            report.add(Row.reference(
                    "import of " + bed.sizes().customers() + " into a new installation, CPU per row",
                    cost.microsPerRow(),
                    new Style("µs", 1, cost.remark())));
            bed.postgres().settle(DATABASE);
            try (BaselineProcess baseline = bed.baseline(DATABASE)) {
                compare(product, baseline);
            }
            memory(product.distribution().memory());
        }
    }

    private void compare(Installation product, BaselineProcess baseline) throws IOException, SQLException {
        Population population = Population.read(bed.postgres(), DATABASE);
        Protocol ours =
                new ProductProtocol(product.manager("bench-manager").api().token());
        Protocol theirs = new BaselineProtocol(0, List.of());
        Target target = bed.target(product);
        Agreement.check(
                bed.report(),
                population,
                new Agreement.Asked(target, ours),
                new Agreement.Asked(bed.target(baseline), theirs));
        Workloads a = new Workloads(ours, target, population, 0);
        Workloads b = new Workloads(theirs, bed.target(baseline), population, 1);
        for (Map.Entry<String, Promise> promise : PROMISES.entrySet()) {
            String scenario = promise.getKey();
            if (!bed.wants(scenario)) {
                continue;
            }
            bed.report().progress("measuring " + promise.getValue().what());
            Side side = a.side(scenario);
            Duel duel = Duel.fight(side, b.side(scenario), bed.sizes());
            Style style = new Style("µs", 0, duel.remark());
            bed.report()
                    .add(Row.ratio(
                            promise.getValue().what(),
                            duel.cpu(),
                            promise.getValue().limit(),
                            style));
            bed.profile().record(scenario, side, product.distribution().javaPid(), bed.sizes());
            bed.postgres().settle(DATABASE);
        }
    }

    private void memory(Memory memory) {
        bed.report()
                .add(Row.limit(
                        "most memory ever resident, import and all scenarios",
                        memory.peakKib() / 1024.0,
                        MEMORY_MIB,
                        new Style("MiB", 0, "at the end " + memory.residentKib() / 1024 + " MiB")));
    }

    private static Map<String, Promise> promises() {
        Map<String, Promise> promises = new LinkedHashMap<>();
        promises.put("read", new Promise("read by id, CPU", 2.0));
        promises.put("city", new Promise("list of 50 by city, CPU", 1.7));
        promises.put("prefix", new Promise("name prefix search, CPU", 1.0));
        promises.put("create", new Promise("create, CPU", 2.5));
        promises.put("update", new Promise("update, CPU", 2.5));
        promises.put("mix", new Promise("80/20 mix, CPU", 2.0));
        return promises;
    }

    private record Promise(String what, double limit) {}
}
