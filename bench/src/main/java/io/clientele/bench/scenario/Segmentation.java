package io.clientele.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.bench.data.CsvFile.Portion;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import io.clientele.testkit.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The segmentation module: definitions that move many customers, scores and clusters of a large registry. */
public final class Segmentation {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("segments", "rfm", "kmeans");

    private static final String SMALL = "bench_segments";
    private static final String LARGE = "bench_rfm";
    private static final String MODULES = "/api/v1/modules";
    private static final int PURCHASES_EACH = 10;
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
        if (bed.wants("segments")) {
            try (Installation product = bed.install(SMALL)) {
                fill(product, SMALL, bed.sizes().customers());
                new SegmentMoves(bed, SMALL).run(product);
            }
        }
        if (bed.wants("rfm") || bed.wants("kmeans")) {
            try (Installation product = bed.install(LARGE)) {
                fill(product, LARGE, bed.sizes().many());
                purchases();
                scores(product.admin());
            }
        }
    }

    private void fill(Installation product, String database, int customers) throws IOException, SQLException {
        bed.report().progress("importing " + customers + " customers");
        Import.run(bed, product, Portion.first(customers));
        Signer signer = Signer.create("CN=Bench");
        product.distribution().trust(signer.pem());
        byte[] archive = signer.sign(Files.readAllBytes(jar()));
        String sha256 = product.admin()
                .post(MODULES + "/archives", archive, "application/java-archive")
                .path("sha256")
                .asText();
        JsonNode done = product.admin()
                .post(MODULES + "/segmentation/install", Api.object().put("sha256", sha256));
        if (!done.path("outcome").asText().equals("done")) {
            throw new IllegalStateException("the module was not installed: " + done);
        }
        bed.postgres().settle(database);
    }

    private static Path jar() throws IOException {
        for (String directory :
                List.of("bundles/modules/segmentation/target", "../bundles/modules/segmentation/target")) {
            if (Files.isDirectory(Path.of(directory))) {
                try (Stream<Path> files = Files.list(Path.of(directory))) {
                    Optional<Path> found = files.filter(file -> file.getFileName()
                                    .toString()
                                    .matches("io\\.clientele\\.segmentation-[0-9].*(?<!sources)\\.jar"))
                            .findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        throw new IllegalStateException("no jar in bundles/modules/segmentation/target; build it first");
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
