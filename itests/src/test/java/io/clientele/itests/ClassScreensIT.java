package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classifications as people make them: rules in an order, of which the first that fits counts. */
class ClassScreensIT {
    private static final String BUNDLE = "bundles/modules/segmentation";
    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(Servers.admin(TestDatabase.H2));
    }

    @AfterAll
    static void uninstall() {
        Servers.admin(TestDatabase.H2).post("/api/v1/modules/segmentation/uninstall", Map.of());
    }

    private static Desk desk(Look look) {
        return new Desk(look, BUNDLE);
    }

    private static Locator rule(Desk desk, int at) {
        return desk.page.locator(".rule-card").nth(at);
    }

    /** Writes the filter of a rule as text, without a pointer. */
    private static void write(Desk desk, int at, String filter) {
        rule(desk, at).locator("cl-filter button.link").last().focus();
        desk.page.keyboard().press("Enter");
        rule(desk, at).locator("cl-filter textarea").focus();
        desk.page.keyboard().type(filter);
        desk.page.keyboard().press("Tab");
    }

    private static Locator classes(Desk desk) {
        return desk.page.locator("section[aria-labelledby=division] tbody tr");
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.SegmentationScreensIT#languages")
    void puts_everybody_into_one_class_by_keyboard_alone(Look look) {
        boolean english = look.locale().equals("en");
        String city = english ? "Classton" : "Classby";
        shop.customer(city + " One", city);
        shop.customer(city + " Two", city);
        try (Desk desk = desk(look)) {
            desk.command(english ? "New classification" : "新建归类");
            assertThat(desk.page.locator("h1")).hasText(desk.text("classes.new"));
            write(desk, 0, "name==\"" + city + " One\"");
            write(desk, 1, "address.city==" + city);
            desk.field("segment.name").focus();
            desk.page.keyboard().type("By " + city);
            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("h1")).hasText("By " + city);
            assertThat(desk.page.locator(".verdict").first()).containsText(english ? "exactly one" : "恰好");
            assertThat(classes(desk).nth(0).locator("td").nth(0)).hasText("1");
            assertThat(classes(desk).nth(1).locator("td").nth(0)).hasText("1");
            assertThat(classes(desk).nth(1).locator("td").nth(2)).hasText("2");
            assertThat(classes(desk).nth(1)).containsText(desk.text("class.begin.first"));
        }
    }

    @Test
    void changes_the_order_and_sees_who_is_taken_by_whom() {
        shop.customer("Order One", "Orderville");
        String id = classification(
                "order",
                List.of(
                        rule("wide", "address.city==Orderville"),
                        rule("narrow", "name==\"Order One\""),
                        Map.of("key", "rest")));
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/classifications/" + id);
            assertThat(classes(desk).nth(1)).containsText(desk.text("overlap.dead"));
            desk.page
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(desk.text("matrix.edit")))
                    .click();
            desk.page
                    .getByLabel(desk.text("order.earlier").replace("{name}", "narrow"))
                    .click();
            assertThat(rule(desk, 0).locator("input.name")).hasValue("narrow");
            desk.button("class.save").click();

            assertThat(classes(desk).nth(0)).containsText("narrow");
            assertThat(classes(desk).nth(0).locator("td").nth(0)).hasText("1");
            assertThat(classes(desk).nth(1)).containsText(desk.text("overlap.dead"));
        }
    }

    @Test
    void says_at_the_rule_what_is_wrong_with_it() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/classifications/new");
            write(desk, 0, "adress.city==Basel");
            write(desk, 1, "status==active");
            desk.field("segment.name").fill("Wrong");
            rule(desk, 1).locator("input.key").fill("first");
            rule(desk, 0).locator("input.key").fill("first");
            desk.button("class.create").click();

            assertThat(rule(desk, 1).locator(".fault")).containsText("different keys");
            rule(desk, 1).locator("input.key").fill("second");
            desk.button("class.create").click();

            assertThat(rule(desk, 0).locator("cl-filter .problem")).containsText("adress.city");
            desk.check("class-wrong");
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void show_themselves_to_everybody_in_every_look(Look look) {
        String id = classification(
                "look" + Math.floorMod(look.hashCode(), 10_000),
                List.of(
                        rule("big", "purchases.count=ge=2"),
                        rule("some", "purchases.count=ge=1;status=in=(active,prospect)"),
                        Map.of("key", "rest")));
        try (Desk desk = desk(look)) {
            for (String page : List.of("classifications", "classifications/" + id, "classifications/" + id + "/edit")) {
                desk.page.navigate("/app/" + page);
                assertThat(desk.page.locator("cl-page .card").first()).isVisible();
                assertThat(desk.page.locator("cl-skeleton")).hasCount(0);
                desk.check(page.replace(id, "one").replace('/', '-'));
                assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .isEqualTo(false);
            }
        }
    }

    private static Map<String, Object> rule(String key, String filter) {
        return Map.of("key", key, "name", key, "filter", filter);
    }

    private static String classification(String key, List<Map<String, Object>> rules) {
        return shop.admin()
                .post("/api/v1/classifications", Map.of("key", key, "name", key, "rules", rules))
                .body()
                .path("id")
                .asText();
    }
}
