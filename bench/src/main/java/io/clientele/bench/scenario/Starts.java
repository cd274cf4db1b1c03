package io.clientele.bench.scenario;

import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Distribution;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What it costs from the start of the launcher to the first list of customers that a signed-in user gets. Cold is the first start of a new
 * installation: empty database, no caches, so it includes making the tables and the administrator, and signing in. Warm is every later one.
 */
public final class Starts {
    private static final String DATABASE = "bench_start";
    private static final String FIRST_ANSWER = "/api/v1/customers?limit=50";
    private static final double COLD = 16;
    private static final double WARM = 12;

    private final Bed bed;

    /** Runs on {@code bed}. */
    public Starts(Bed bed) {
        this.bed = bed;
    }

    /** Measures both databases. */
    public void run() throws IOException, SQLException {
        try (Distribution embedded =
                Distribution.unpack(bed.archive(), bed.directory().resolve("start-h2"))) {
            measure("embedded H2", embedded, () -> {});
        }
        bed.postgres().create(DATABASE);
        try (Distribution distribution =
                Distribution.unpack(bed.archive(), bed.directory().resolve("start-postgresql"))) {
            distribution.use(bed.postgres(), DATABASE);
            measure("PostgreSQL", distribution, () -> bed.postgres().create(DATABASE));
        }
    }

    private void measure(String database, Distribution distribution, Emptying emptying)
            throws IOException, SQLException {
        List<Cost> cold = new ArrayList<>();
        List<Cost> warm = new ArrayList<>();
        for (int i = 0; i < bed.sizes().starts(); i++) {
            bed.report().progress("starting cold and warm, " + database + ", " + (i + 1));
            distribution.wipe();
            emptying.empty();
            Api api = new Api(distribution.port());
            cold.add(start(distribution, () -> signedIn(distribution, api)));
            String token = api.post("/api/v1/tokens", Api.object().put("name", "bench"))
                    .path("token")
                    .asText();
            distribution.stop();
            Api again = new Api(distribution.port()).token(token);
            warm.add(start(distribution, () -> answered(again)));
            distribution.stop();
        }
        add("cold start, " + database, cold, COLD);
        add("warm start, " + database, warm, WARM);
    }

    private Cost start(Distribution distribution, Supplier<Optional<Boolean>> firstAnswer) throws IOException {
        long database = bed.postgres().tree().cpuNanos();
        long start = System.nanoTime();
        distribution.launch();
        distribution.await("the first answer", Distribution.LONGEST_START, firstAnswer);
        return new Cost(
                distribution.tree().cpuNanos() / 1e9,
                (bed.postgres().tree().cpuNanos() - database) / 1e9,
                (System.nanoTime() - start) / 1e9);
    }

    private static Optional<Boolean> signedIn(Distribution distribution, Api api) {
        if (api.token().isEmpty()) {
            Optional<Api> login = distribution.firstPassword().flatMap(password -> api.tryLogin("admin", password));
            if (login.isEmpty()) {
                return Optional.empty();
            }
        }
        return answered(api);
    }

    private static Optional<Boolean> answered(Api api) {
        return api.status(FIRST_ANSWER) == 200 ? Optional.of(true) : Optional.empty();
    }

    private void add(String what, List<Cost> costs, double limit) {
        double cpu = Figures.median(costs.stream().map(Cost::cpu).toList());
        double wall = Figures.median(costs.stream().map(Cost::wall).toList());
        double database = Figures.median(costs.stream().map(Cost::database).toList());
        String remark = String.format(
                Locale.ROOT,
                "median of %d, of it database %.1f s, wall %.1f s, all: %s",
                costs.size(),
                database,
                wall,
                String.join(
                        " ",
                        costs.stream()
                                .map(cost -> String.format(Locale.ROOT, "%.1f", cost.cpu()))
                                .toList()));
        bed.report().add(Row.limit(what + ", CPU to the first answer", cpu, limit, new Style("s", 1, remark)));
    }

    private interface Emptying {
        void empty() throws SQLException;
    }

    private record Cost(double server, double database, double wall) {
        double cpu() {
            return server + database;
        }
    }
}
