package io.clientele.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.itests.Api.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A shop with some dozens of customers who buy, and the segments, matrices and scores made of them. */
record SegmentedShop(Api admin, Map<String, String> pages) {
    private static final int CUSTOMERS = 60;
    private static @Nullable SegmentedShop open;

    /** Installs segmentation; what the shop is filled with is there for all tests of a run, as an uninstalled module keeps its data. */
    static synchronized SegmentedShop open(Api admin) {
        done(admin.post("/api/v1/modules/segmentation/install", Map.of()), 200);
        if (open == null) {
            open = filled(admin);
        }
        return open;
    }

    /** Fills it, so that every page has something to show. */
    private static SegmentedShop filled(Api admin) {
        SegmentedShop shop = new SegmentedShop(admin, new LinkedHashMap<>());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        shop.load("customers", "id,kind,name,city", i -> "shop" + i + ",person,Buyer " + i + ",上海");
        shop.load(
                "purchases",
                "customer,purchasedOn,product,quantity,amount,currency,externalId",
                i -> "shop" + i / 2 + "," + today.minusDays(i % 50) + ",Pump,1," + (i % 17 + 1) * 10 + ",EUR,sale" + i);
        done(admin.put("/api/v1/rfm/settings", Map.of("currency", "EUR", "classes", 3), "\"0\""), 200);
        done(admin.post("/api/v1/rfm/clusters", Map.of("clusters", 3)), 200);
        shop.fill();
        return shop;
    }

    private void fill() {
        String rule = segment("buyers", "purchases.count=ge=1;address.city==上海");
        String list = text(admin.post("/api/v1/segments", Map.of("key", "invited", "name", "Invited", "kind", "list")));
        String matrix = matrix("Value");
        String path = "segments/" + rule;
        pages.putAll(Map.of(
                "segments", "segments",
                "new", "segments/new?filter=status==prospect;segment.buyers==true",
                "members", path,
                "list", "segments/" + list,
                "rule", path + "/rule",
                "history", path + "/history",
                "assessment", path + "/assessment"));
        pages.putAll(Map.of(
                "matrices", "matrices",
                "matrix", "matrices/" + matrix,
                "moves", "matrices/" + matrix + "/moves",
                "points", "matrices/" + matrix + "/points",
                "matrix-new", "matrices/new",
                "rfm", "rfm",
                "clusters", "rfm/clusters",
                "settings", "rfm/settings",
                "home", "",
                "customer", "customers/" + customer("Ada", "上海")));
        grades();
        pages.put("approach", "segments/" + Guests.invited(this) + "/approach");
    }

    private void grades() {
        List<Map<String, Object>> three =
                List.of(band("A", "Gold", 250), band("B", "Silver", 120), Map.of("key", "C", "name", "Bronze"));
        List<Map<String, Object>> nine = new ArrayList<>();
        IntStream.range(1, 9).forEach(i -> nine.add(band("B" + i, "Band " + i, i / 10.)));
        nine.add(Map.of("key", "B9"));
        String spend = "grades/" + grade("Spend", Map.of("method", "fixed", "bands", three));
        String rare = "grades/" + grade("Rare", Map.of("method", "percentile", "bands", nine));
        pages.putAll(Map.of(
                "grades",
                "grades",
                "grade",
                spend,
                "grade-moves",
                spend + "/moves",
                "grade-curve",
                spend + "/curve",
                "grade-edit",
                spend + "/edit",
                "grade-new",
                "grades/new?first=abc",
                "grade-low",
                rare,
                "overlap",
                "segments/overlap"));
    }

    private static Map<String, Object> band(String key, String name, double limit) {
        return Map.of("key", key, "name", name, "limit", limit);
    }

    /** Adds a scale of grades over money. */
    String grade(String name, Map<String, Object> how) {
        Map<String, Object> body = new LinkedHashMap<>(how);
        body.putAll(Map.of("key", small(name), "name", name, "fact", "rfm.money"));
        return text(admin.post("/api/v1/grades", body));
    }

    private static String small(String key) {
        return key.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + key.substring(1);
    }

    /** Adds an organisation in a city. */
    String customer(String name, String city) {
        return text(admin.post(
                "/api/v1/customers",
                Map.of(
                        "kind",
                        "organisation",
                        "name",
                        name,
                        "contactPoints",
                        List.of(Map.of("kind", "postal", "city", city)))));
    }

    String segment(String key, String filter) {
        return text(admin.post("/api/v1/segments", Map.of("key", small(key), "name", key, "filter", filter)));
    }

    /** Adds a matrix of two by two cells. */
    String matrix(String name) {
        Map<String, Object> count = Map.of("fact", "purchases.count", "method", "fixed", "cuts", List.of(2));
        Map<String, Object> money = Map.of("fact", "rfm.money", "method", "median", "support", "purchases.count");
        return text(admin.post("/api/v1/matrices", Map.of("name", name, "x", count, "y", money, "money", "rfm.money")));
    }

    private void load(String kind, String head, IntFunction<String> line) {
        String file = IntStream.range(0, CUSTOMERS).mapToObj(line).collect(Collectors.joining("\n", head + "\n", "\n"));
        Answer added = admin.send(
                "POST",
                "/api/v1/imports?kind=" + kind + "&name=" + kind + ".csv",
                BodyPublishers.ofByteArray(file.getBytes(UTF_8)),
                Map.of("Content-Type", "text/csv"));
        String path = "/api/v1/imports/" + added.text("id");
        done(admin.send("PUT", path + "/mapping", Api.json(Map.of("source", "shop")), Map.of()), 200);
        admin.post(path + "/run", Map.of("dryRun", false));
        Awaitility.await(kind + " are imported")
                .atMost(Duration.ofMinutes(1))
                .until(() -> admin.get(path).text("state").equals("done"));
    }

    /** The id of what was added. */
    static String text(Answer answer) {
        done(answer, 201);
        return answer.text("id");
    }

    private static void done(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
    }
}
