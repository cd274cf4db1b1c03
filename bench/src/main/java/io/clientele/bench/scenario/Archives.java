package io.clientele.bench.scenario;

import io.clientele.bench.measure.Figures;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.server.Api;
import io.clientele.bench.server.Api.Reply;
import io.clientele.bench.server.Waiting;
import io.clientele.testkit.HostileArchives;
import io.clientele.testkit.Signer;
import io.clientele.testkit.UnrulyModules;
import io.clientele.testkit.UnrulyModules.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Broken, malicious and unruly modules are brought to the product while four users work with the core at a steady pace. */
public final class Archives {
    /** What this suite can run. */
    public static final List<String> SCENARIOS = List.of("archives");

    private static final String DATABASE = "bench_archives";
    private static final String MODULES = "/api/v1/modules";
    private static final int REFUSED = 409;
    private static final int SECONDS = 60;
    private static final int SECONDS_PER_ROUND = 3;

    /** Those that keep somebody waiting; the others fail, or take all they can get. */
    private static final Set<String> BLOCKING =
            Set.of("sleeping", "hanging", "deadlocked", "waiting", "clinging", "slow", "deaf");

    private static final int ASKED = 40;
    private static final double WORSE = 2.0;

    private final Bed bed;
    private final List<String> escaped = new ArrayList<>();

    /** Runs on {@code bed}. */
    public Archives(Bed bed) {
        this.bed = bed;
    }

    /** Measures the core before, while archives are refused, and while modules misbehave. */
    public void run() throws IOException, SQLException {
        // Made before anything is measured: the bench has the same processors.
        Signer maker = HostileArchives.known().get(0);
        List<HostileArchives.Case> hostile = HostileArchives.all();
        Map<UnrulyModules.Case, byte[]> unruly = new LinkedHashMap<>();
        UnrulyModules.all()
                .forEach(each -> unruly.put(each, maker.sign(each.jar().bytes())));
        try (Installation product = bed.install(DATABASE)) {
            product.distribution()
                    .trust(HostileArchives.known().stream().map(Signer::pem).collect(Collectors.joining()));
            measure(product, hostile, unruly);
        }
    }

    private void measure(
            Installation product, List<HostileArchives.Case> hostile, Map<UnrulyModules.Case, byte[]> unruly) {
        int seconds = Math.min(SECONDS, bed.sizes().swaps());
        String token = product.manager("bench-archives").api().token();
        Api admin = product.admin();
        try (PacedUsers users = PacedUsers.start(product.distribution().port(), token)) {
            bed.report().progress("the core alone");
            pause(seconds);
            users.taken();
            pause(seconds);
            long[] normal = users.taken();
            for (int i = 0; i < Math.max(1, seconds / SECONDS_PER_ROUND); i++) {
                hostile.forEach(each -> refused(admin, each));
            }
            long[] refusing = users.taken();
            LongStream.Builder blocking = LongStream.builder();
            LongStream.Builder greedy = LongStream.builder();
            unruly.forEach((each, archive) -> Arrays.stream(contained(product, each, archive, users))
                    .forEach(BLOCKING.contains(each.name()) ? blocking : greedy));
            pause(seconds);
            tell(hostile.size() + unruly.size(), users);
            long[] blocked = blocking.build().toArray();
            long[] pressed = greedy.build().toArray();
            long[] all = Stream.of(refusing, blocked, pressed)
                    .flatMapToLong(Arrays::stream)
                    .toArray();
            ratio("core p99 while any of these comes and goes", all, normal);
            ratio("  of them archives that are refused", refusing, normal);
            ratio("  of them modules that hang or block", blocked, normal);
            ratio("  of them modules that fail, flood or burn", pressed, normal);
            bed.report()
                    .add(Row.reference(
                            "core p99 afterwards",
                            new Row.Quotient(p99(users.taken()), p99(normal)),
                            new Style("ms", 1, "")));
        }
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        Waiting.until(
                "time to pass",
                () -> System.nanoTime() > end ? Optional.of(true) : Optional.empty(),
                Duration.ofMillis(200),
                Duration.ofSeconds(seconds + 5L));
    }

    private void refused(Api admin, HostileArchives.Case each) {
        Reply reply = admin.attempt(MODULES + "/archives", each.archive(), "application/java-archive");
        if (reply.status() != REFUSED || !reply.body().path("type").asText().endsWith("archive-refused")) {
            escaped.add(each.name() + " was answered " + reply.status());
        }
    }

    private long[] contained(Installation product, UnrulyModules.Case each, byte[] archive, PacedUsers users) {
        Api admin = product.admin();
        String sha256 = admin.attempt(MODULES + "/archives", archive, "application/java-archive")
                .body()
                .path("sha256")
                .asText();
        Reply installed = change(admin, each.name() + "/install", "{\"sha256\":\"" + sha256 + "\"}");
        int expected = each.verdict() == Verdict.INSTALLED ? 200 : REFUSED;
        if (installed.status() != expected) {
            escaped.add(each.name() + " was answered " + installed.status() + " " + installed.body());
        }
        if (each.asked()) {
            ask(product.distribution().port(), "/api/v1/" + each.name() + "/x");
        }
        change(admin, each.name() + "/uninstall", "{}");
        long[] taken = users.taken();
        bed.report().progress("module " + each.name() + ": core p99 " + told(taken));
        return taken;
    }

    private static Reply change(Api admin, String path, String body) {
        return admin.attempt(
                MODULES + "/" + path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/json");
    }

    /** What comes back is the module's own business. */
    private static void ask(int port, String path) {
        IntStream.range(0, ASKED).parallel().forEach(i -> new Api(port).status(path));
    }

    private void tell(int archives, PacedUsers users) {
        bed.report()
                .add(Row.limit(
                        "archives and modules that were neither refused nor contained",
                        escaped.size(),
                        0,
                        new Style("", 0, "of " + archives + first(escaped))));
        bed.report()
                .add(Row.limit(
                        "core requests that failed meanwhile",
                        users.failures().size(),
                        0,
                        new Style("", 0, first(List.copyOf(users.failures())))));
    }

    private static String first(List<String> faults) {
        return faults.stream().findFirst().map(fault -> "; " + fault).orElse("");
    }

    private void ratio(String what, long[] during, long[] normal) {
        bed.report()
                .add(Row.ratio(
                        what,
                        new Row.Quotient(p99(during), p99(normal)),
                        WORSE,
                        new Style("ms", 1, "p99 " + told(during))));
    }

    private static String told(long[] nanos) {
        return String.format(
                Locale.ROOT,
                "%.1f ms of %,d requests, median %.1f ms, worst %.0f ms",
                p99(nanos),
                nanos.length,
                millis(nanos, 50),
                millis(nanos, 100));
    }

    private static double p99(long[] nanos) {
        return millis(nanos, 99);
    }

    private static double millis(long[] nanos, double percent) {
        return Figures.percentile(nanos, percent) / 1e6;
    }
}
