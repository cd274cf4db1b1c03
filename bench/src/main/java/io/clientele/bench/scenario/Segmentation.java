package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The segmentation module: definitions that move many customers, scores and clusters of a large registry. */
public final class Segmentation {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("segments", "current", "absence", "rfm", "kmeans", "embedded");

    private static final String FEW = "bench_segments_few";
    private static final String SMALL = "bench_segments";
    private static final String EMBEDDED = "segments-embedded";
    private static final String LARGE = "bench_rfm";
    private static final int PURCHASES_EACH = 10;
    private static final double MOVE_SECONDS = .5;
    private static final double MOVE_MANY_SECONDS = 5;
    private static final double GROWTH = 1.3;
    private static final double REBUILD_SECONDS = 30;
    private static final double SCORE_SECONDS = 3;
    private static final double CLUSTER_SECONDS = 30;

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Segmentation(Bed bed) {
        this.bed = bed;
    }

    /** Runs the scenarios that are wanted. */
    public void run() throws IOException, SQLException {
        boolean segments = bed.wants("segments");
        double few = segments ? few() : 0;
        if (segments || bed.wants("current") || bed.wants("absence")) {
            small();
        }
        if (segments || bed.wants("rfm") || bed.wants("kmeans")) {
            large(few);
        }
        if (bed.wants("embedded") || bed.wants("current")) {
            embedded();
        }
    }

    private double moves(Installation product, String database, int customers, double seconds) throws SQLException {
        try (PlainTable plain = new PlainPostgres(bed.postgres(), database)) {
            return new SegmentMoves(bed, plain, customers, seconds).run(product);
        }
    }

    /** The same where the database is part of the product's process. */
    private void embedded() throws IOException, SQLException {
        int customers = bed.sizes().customers();
        Path directory = bed.directory().resolve(EMBEDDED);
        try (Installation product = Installation.start(Distribution.unpack(bed.archive(), directory))) {
            bed.report().progress("importing " + customers + " customers");
            var ignored = Import.run(bed, product, Portion.first(customers));
            SegmentationModule module = SegmentationModule.install(product);
            module.awaitCaughtUp();
            if (bed.wants("embedded")) {
                try (PlainTable plain = new PlainH2(directory.resolve("plain"), product.admin())) {
                    var unused = new SegmentMoves(bed, plain, customers, MOVE_SECONDS).run(product);
                }
            }
            if (bed.wants("current")) {
                new Following(bed, Ground.embedded(product.admin())).run(product, module);
            }
        }
    }

    /** What a move costs in a registry of few. */
    private double few() throws IOException, SQLException {
        try (Installation product = bed.install(FEW)) {
            var unused = fill(product, FEW, bed.sizes().few());
            return moves(product, FEW, bed.sizes().few(), MOVE_SECONDS);
        }
    }

    private void small() throws IOException, SQLException {
        int customers = bed.sizes().customers();
        try (Installation product = bed.install(SMALL)) {
            SegmentationModule module = fill(product, SMALL, customers);
            if (bed.wants("segments")) {
                var unused = moves(product, SMALL, customers, MOVE_SECONDS);
            }
            if (bed.wants("absence")) {
                new Absence(bed, SMALL).run(product, module);
            }
            if (bed.wants("current")) {
                new Following(bed, Ground.of(bed.postgres(), SMALL)).run(product, module);
            }
        }
    }

    private void large(double few) throws IOException, SQLException {
        int customers = bed.sizes().many();
        try (Installation product = bed.install(LARGE)) {
            var unused = fill(product, LARGE, customers);
            if (bed.wants("segments")) {
                double many = moves(product, LARGE, customers, MOVE_MANY_SECONDS);
                String what = String.format(
                        Locale.ROOT,
                        "CPU for each customer moved, of %,d against %,d",
                        customers,
                        bed.sizes().few());
                bed.report().add(Row.ratio(what, new Row.Quotient(many, few), GROWTH, new Style("µs", 1, "")));
            }
            if (bed.wants("rfm") || bed.wants("kmeans")) {
                purchases();
                scores(product.admin());
            }
        }
    }

    private SegmentationModule fill(Installation product, String database, int customers)
            throws IOException, SQLException {
        bed.report().progress("importing " + customers + " customers");
        var unused = Import.run(bed, product, Portion.first(customers));
        SegmentationModule module = SegmentationModule.install(product);
        module.awaitCaughtUp();
        bed.postgres().settle(database);
        return module;
    }

    /** Ten purchases each, on days of the last two years, written by the database itself: their import is not what is measured here. */
    private void purchases() throws SQLException {
        bed.report().progress("writing purchases");
        bed.postgres()
                .execute(
                        LARGE,
                        "insert into registry_purchase (id, customer_id, purchased_on, currency, amount, recorded_at)"
                                + " select row_number() over (), c.id,"
                                + " current_date - ((c.id / 1000 + g.n * g.n * 37) % 730)::int, 'EUR',"
                                + " ((c.id / 1000 * 7919 + g.n * 104729) % 50000) / 100.0 + 1, now()"
                                + " from registry_customer c, generate_series(1, " + PURCHASES_EACH + ") g(n)");
        bed.postgres().settle(LARGE);
    }

    private void scores(Api admin) {
        String customers = String.format(Locale.ROOT, "%,d", bed.sizes().many());
        bed.report().progress("summing up and scoring " + customers);
        Timed first =
                Timed.of(() -> admin.put("/api/v1/rfm/settings", Api.object().put("currency", "EUR"), 0));
        Timed again = Timed.of(() -> admin.post("/api/v1/rfm/scores", Api.object()));
        if (bed.wants("rfm")) {
            add("RFM of " + customers + " rebuilt from ten purchases each, and scored", first, REBUILD_SECONDS);
            add("RFM of " + customers + " from kept sums", again, SCORE_SECONDS);
        }
        if (bed.wants("kmeans")) {
            bed.report().progress("clustering " + customers);
            ObjectNode five = Api.object().put("clusters", 5);
            Timed given = Timed.of(() -> admin.post("/api/v1/rfm/clusters", five));
            add("k-means of " + customers + " × 3, five clusters", given, CLUSTER_SECONDS);
            Timed chosen = Timed.of(() -> admin.post("/api/v1/rfm/clusters", Api.object()));
            add("the same with as many clusters as are stable", chosen, CLUSTER_SECONDS);
        }
    }

    private void add(String what, Timed timed, double limit) {
        bed.report().add(Row.limit(what, timed.seconds(), limit, new Style("s", 2, timed.remark())));
    }

    /** How long something took, and what it answered. */
    private record Timed(double seconds, JsonNode answer) {
        interface Work {
            JsonNode run();
        }

        static Timed of(Work work) {
            long begin = System.nanoTime();
            JsonNode answer = work.run();
            return new Timed((System.nanoTime() - begin) / 1e9, answer);
        }

        String remark() {
            return "customers " + answer.path("customers").asText();
        }
    }
}
