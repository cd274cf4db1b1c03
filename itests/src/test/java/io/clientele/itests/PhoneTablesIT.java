package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that are wide on a desk, on a phone. */
class PhoneTablesIT {
    private static final String BUNDLE = "bundles/modules/segmentation";
    private static final Api ADMIN = Servers.admin(TestDatabase.H2);
    private static final String WIDER = "box => box.scrollWidth > box.clientWidth";
    /** Between the cells of a grid, and before the first. */
    private static final double GAP = 3;

    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(ADMIN);
    }

    @AfterAll
    static void uninstall() {
        ADMIN.post("/api/v1/modules/segmentation/uninstall", Map.of());
    }

    static Stream<Look> phones() {
        return Stream.of(
                new Look("en", ColorScheme.LIGHT, 390, 844),
                new Look("zh-CN", ColorScheme.DARK, 390, 844),
                new Look("en", ColorScheme.LIGHT, 320, 700));
    }

    @ParameterizedTest
    @MethodSource("phones")
    void purchases_are_cards(Look look) {
        String id =
                SegmentedShop.text(ADMIN.post("/api/v1/customers", Map.of("kind", "person", "name", "Buyer of much")));
        List<Map<String, Object>> lines = List.of(
                Map.of("product", "Coffee beans from far away, 1 kg", "quantity", 2, "amount", 24),
                Map.of("product", "Maintenance for one year", "quantity", 1, "amount", 3600));
        Map<String, Object> purchase = Map.of(
                "source",
                "erp",
                "externalId",
                "order-2026-11-02-0815-" + look,
                "purchasedOn",
                "2026-11-02",
                "currency",
                "EUR",
                "lines",
                lines);
        SegmentedShop.text(ADMIN.post("/api/v1/customers/" + id + "/purchases", purchase));
        try (Desk desk = new Desk(look)) {
            desk.page.navigate("/app/customers/" + id);
            desk.tab(desk.text("tab.purchases")).click();
            Locator card = desk.page.locator(".purchases tbody tr");
            assertThat(card).containsText("Maintenance");
            assertThat(card).containsText("order-2026-11-02-0815");

            assertThat(desk.page.locator(".panel").evaluate(WIDER)).isEqualTo(false);
            assertThat(card.boundingBox().width).isLessThan(look.width());
            still(desk, "purchases-cards");
        }
    }

    @ParameterizedTest
    @MethodSource("phones")
    void the_grid_of_rfm_fits_and_tells_in_full_what_it_shows_in_short(Look look) {
        try (Desk desk = new Desk(look, BUNDLE)) {
            desk.page.route("**/rfm/settings", route -> {
                // As many classes as there can be.
                String body = route.fetch().text().replaceFirst("\"classes\":\\d", "\"classes\":9");
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(body));
            });
            desk.page.navigate("/app/" + shop.pages().get("rfm"));
            assertThat(desk.page.locator(".heat button")).hasCount(81);

            assertThat(desk.page.locator(".heat").evaluate(WIDER)).isEqualTo(false);
            assertThat(desk.page.locator(".heat button[data-row='8']").first())
                    .hasAttribute("aria-label", pattern("R1 F1"));
            still(desk, "rfm-nine");
        }
    }

    @ParameterizedTest
    @MethodSource("phones")
    void a_matrix_of_five_by_five_fits(Look look) {
        try (Desk desk = new Desk(look, BUNDLE)) {
            desk.page.navigate("/app/matrices/" + matrix(5));
            assertThat(desk.page.locator(".heat button")).hasCount(25);

            assertThat(desk.page.locator(".heat").evaluate(WIDER)).isEqualTo(false);
            still(desk, "matrix-five");
        }
    }

    @ParameterizedTest
    @MethodSource("phones")
    void a_wider_matrix_scrolls_in_a_box_of_its_own_by_keyboard_too_and_keeps_its_rows_named(Look look) {
        try (Desk desk = new Desk(look, BUNDLE)) {
            desk.page.navigate("/app/matrices/" + matrix(9));
            Locator box = desk.page.locator(".heat");
            assertThat(desk.page.locator(".heat button")).hasCount(81);
            assertThat(box.evaluate(WIDER)).isEqualTo(true);
            Locator name = box.locator("tbody th").first();
            double before = name.boundingBox().x;

            box.focus();
            assertThat(box).isFocused();
            IntStream.range(0, 5).forEach(i -> desk.page.keyboard().press("ArrowRight"));

            desk.page.waitForCondition(() -> ((Number) box.evaluate("box => box.scrollLeft")).intValue() > 20);
            assertThat(name.boundingBox().x).isCloseTo(before, within(GAP));
            still(desk, "matrix-nine");
        }
    }

    private static Pattern pattern(String start) {
        return Pattern.compile("^" + start + ",.*");
    }

    /** A matrix of many classes on both sides. */
    private static String matrix(int classes) {
        List<Integer> cuts =
                IntStream.range(1, classes).mapToObj(i -> i * 10_000).toList();
        Map<String, Object> side = Map.of("fact", "rfm.money", "method", "fixed", "cuts", cuts);
        Map<String, Object> matrix = Map.of("name", "Matrix of " + classes, "x", side, "y", side, "money", "rfm.money");
        return SegmentedShop.text(ADMIN.post("/api/v1/matrices", matrix));
    }

    /** The page itself stays where it is, and everybody can use it. */
    private static void still(Desk desk, String state) {
        assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                .isEqualTo(false);
        assertThat(desk.page.locator("main").evaluate(WIDER)).isEqualTo(false);
        desk.check(state);
    }
}
