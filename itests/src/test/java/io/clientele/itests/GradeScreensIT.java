package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens of grades, as somebody meets them who wants to know who carries the business. */
class GradeScreensIT {
    private static final Pattern SOMEBODY = Pattern.compile("[1-9]\\d");
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
        return new Desk(look, "bundles/modules/segmentation");
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.SegmentationScreensIT#languages")
    void makes_grades_with_the_keyboard_alone_and_sees_who_is_in_which(Look look) {
        String name = "Often " + look.locale();
        try (Desk desk = desk(look)) {
            desk.command(look.locale().equals("en") ? "New grades" : "新建分级");
            assertThat(desk.page.locator("h1")).hasText(desk.text("grades.new"));
            desk.field("segment.name").focus();
            desk.page.keyboard().type(name);
            desk.field("grade.fact").selectOption("purchases.count");
            desk.field("grade.method").selectOption("fixed");
            limit(desk, 0).focus();
            desk.page.keyboard().type("2");
            limit(desk, 1).focus();
            desk.page.keyboard().type("1");
            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("h1")).hasText(name);
            assertThat(desk.page.locator(".ladder tbody tr")).hasCount(3);
            assertThat(desk.page.locator(".ladder tbody tr").first()).containsText(SOMEBODY);
        }
    }

    private static Locator limit(Desk desk, int band) {
        return desk.page.locator("[id='/bands/" + band + "/limit']");
    }

    @Test
    void names_the_limit_that_is_wrong() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/grades/new?first=abc");
            limit(desk, 1).fill("70");
            desk.button("grade.add").click();

            assertThat(desk.page.locator(".item .fault")).containsText("Limits grow");
            assertThat(limit(desk, 1)).isFocused();
            desk.check("grade-wrong");
        }
    }

    @Test
    void looks_at_who_went_where_between_two_days() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/" + shop.pages().get("grade-moves"));
            assertThat(desk.page.locator(".cross thead")).containsText(desk.text("grade.none"));
            assertThat(desk.page.locator(".cross tbody tr").first()).containsText(SOMEBODY);

            desk.field("grade.moves.from").fill(LocalDate.now(ZoneOffset.UTC).toString());

            assertThat(desk.page.locator(".fault")).containsText("after the first");
        }
    }

    @Test
    void shows_the_band_of_a_customer_and_those_before() {
        String customer = shop.admin()
                .get("/api/v1/customers?filter=grade.spend==A&limit=1")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/customers/" + customer);
            assertThat(desk.page.getByText("Gold").first()).isVisible();

            desk.page.getByText(desk.text("card.bands")).first().click();

            assertThat(desk.page.locator("details[open] ol")).containsText("Gold");
            desk.page.locator("details[open]").scrollIntoViewIfNeeded();
            desk.check("grade-card");
        }
    }

    @Test
    void asks_before_grades_go_and_says_why_if_they_cannot() {
        String id = shop.grade("Kept", Map.of("bands", List.of(Map.of("key", "A", "limit", 1), Map.of("key", "B"))));
        String segment = shop.segment("Keeping", "grade.kept==A");
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/grades/" + id);
            desk.page
                    .getByLabel(desk.text("more"), new Page.GetByLabelOptions().setExact(true))
                    .click();
            desk.page
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(desk.text("grade.remove")))
                    .click();
            desk.check("grade-remove");
            desk.page.locator("cl-dialog[open] button.danger").click();

            assertThat(desk.page.locator("cl-dialog[open] .fault")).containsText("keeping");
            shop.admin()
                    .send(
                            "DELETE",
                            "/api/v1/segments/" + segment,
                            HttpRequest.BodyPublishers.noBody(),
                            Map.of("If-Match", "\"1\""));
            desk.page.locator("cl-dialog[open] button.danger").click();

            assertThat(desk.page.locator("h1")).hasText(desk.text("grades.title"));
        }
    }

    @Test
    void says_that_nobody_is_graded_and_why() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/" + shop.pages().get("grade-low"));

            assertThat(desk.page.locator(".notes")).containsText("90");
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void begin_with_a_sensible_scale_and_tell_when_grading_rests(Look look) {
        try (Desk desk = desk(look)) {
            desk.page.route(
                    "**/api/v1/grades",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"items\": []}")));
            desk.page.navigate("/app/grades");
            assertThat(desk.page.locator("cl-empty")).isVisible();
            desk.check("grades-first");
            desk.page.unroute("**/api/v1/grades");

            String grade = shop.pages().get("grade");
            desk.page.route(
                    "**/api/v1/" + grade,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(shop.admin()
                                    .get("/api/v1/" + grade)
                                    .raw()
                                    .body()
                                    .replace("\"status\":\"ok\"", "\"status\":\"suspended\""))));
            desk.page.navigate("/app/" + grade);
            assertThat(desk.page.locator(".notes")).isVisible();
            desk.page.locator("cl-chart").scrollIntoViewIfNeeded();
            desk.check("grade-suspended");
            assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
        }
    }
}
