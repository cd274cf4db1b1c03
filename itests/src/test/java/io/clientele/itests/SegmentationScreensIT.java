package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens of segmentation, as somebody meets them who wants to know whom to call. */
class SegmentationScreensIT {
    private static final String MODULE = "/api/v1/modules/segmentation/";
    private static final String BUNDLE = "bundles/modules/segmentation";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(Servers.admin(TestDatabase.H2));
    }

    @AfterAll
    static void uninstall() {
        change("uninstall");
    }

    private static void change(String what) {
        Servers.admin(TestDatabase.H2).post(MODULE + what, Map.of());
    }

    /** A word that no other test uses. */
    private static String unique() {
        return "Twist" + (char) ('a' + COUNTER.getAndIncrement());
    }

    private static Desk desk(Look look) {
        return new Desk(look, BUNDLE);
    }

    static Stream<Look> languages() {
        return Stream.of("en", "zh-CN").map(locale -> new Look(locale, ColorScheme.LIGHT, 1280, 800));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void makes_a_segment_and_sees_its_members_and_history_by_keyboard_alone(Look look) {
        String word = unique();
        shop.customer(word, word);
        try (Desk desk = desk(look)) {
            desk.command(look.locale().equals("en") ? "New segment" : "新建客户细分");
            assertThat(desk.page.locator("h1")).hasText(desk.text("segments.new"));
            write(desk, "address.city==" + word);
            assertThat(desk.page.locator(".preview .figure b")).hasText("1");
            assertThat(desk.page.locator(".examples")).containsText(word);
            desk.page.keyboard().press("Enter");
            desk.field("segment.name").focus();
            desk.page.keyboard().type("Near " + word);
            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("h1")).hasText("Near " + word);
            assertThat(desk.rows()).hasCount(1);
            assertThat(desk.rows()).containsText(word);
            desk.tab(desk.text("segment.tab.members")).focus();
            desk.page.keyboard().press("ArrowRight");
            assertThat(desk.page.locator(".builder")).isVisible();
            desk.page.keyboard().press("ArrowRight");

            assertThat(desk.page.locator("cl-timeline")).containsText(word);
            assertThat(desk.page.locator("cl-timeline")).containsText(desk.text("cause.definition"));
        }
    }

    /** Writes a rule as text, without leaving the field. */
    private static void write(Desk desk, String rule) {
        desk.page.locator("cl-filter button.link").last().focus();
        desk.page.keyboard().press("Enter");
        desk.page.locator("cl-filter textarea").focus();
        desk.page.keyboard().type(rule);
    }

    @Test
    void tells_at_the_rule_what_is_wrong_with_it() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/segments/new");
            write(desk, "adress.city==Basel");

            assertThat(desk.page.locator("cl-filter .problem")).containsText("adress.city");
        }
    }

    @Test
    void keeps_a_segment_in_the_making_while_the_module_is_away() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/segments/new");
            desk.field("segment.name").fill("Half a thought");

            change("uninstall");
            assertThat(desk.page.getByText("What you typed is kept")).isVisible();
            change("install");

            assertThat(desk.field("segment.name")).hasValue("Half a thought");
            assertThat(desk.field("segment.key")).hasValue("halfAThought");
        }
    }

    @Test
    void sees_at_once_who_comes_into_a_segment() {
        String word = unique();
        String id = shop.segment(word, "address.city==" + word);
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/segments/" + id);
            assertThat(desk.page.getByText(desk.text("members.empty"))).isVisible();

            shop.customer(word, word);

            assertThat(desk.rows()).hasCount(1);
        }
    }

    @Test
    void finds_the_members_as_they_were_left_after_a_look_at_one_of_them() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/" + shop.pages().get("members"));
            Locator row = desk.rows().nth(15);
            assertThat(row).isVisible();
            Locator scroller = desk.page.locator("cl-list .scroller");
            scroller.evaluate("scroller => { scroller.scrollTop = 135; }");
            String name = row.locator("a").textContent();
            row.locator("a").click();
            assertThat(desk.page.locator("h1").first()).hasText(name);
            assertThat(desk.page.locator("cl-list")).hasCount(0);
            List<String> asked = new CopyOnWriteArrayList<>();
            desk.page.onRequest(request -> asked.add(request.url()));

            desk.page.goBack();

            assertThat(desk.page.locator("cl-list .row.current a")).hasText(name);
            assertThat(desk.page.locator("cl-list .grid")).isFocused();
            assertThat(scroller.evaluate("scroller => scroller.scrollTop")).isEqualTo(135);
            assertThat(asked).noneMatch(url -> url.contains("/members"));
        }
    }

    @Test
    void puts_chosen_customers_into_a_new_list_and_one_out_again() {
        String word = unique();
        shop.customer(word + " One", word);
        shop.customer(word + " Two", word);
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/customers?filter=address.city==" + word);
            assertThat(desk.rows()).hasCount(2);
            desk.page.locator("cl-list .grid").focus();
            desk.page.keyboard().press("Control+a");
            desk.page
                    .getByRole(AriaRole.TOOLBAR)
                    .getByText(desk.text("bulk.title"))
                    .click();
            desk.field("bulk.list").selectOption("new");
            desk.field("bulk.name").fill("Called " + word);
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.getByText("2 customers are put into Called " + word))
                    .isVisible();

            desk.page.navigate("/app/segments");
            desk.page.locator("cl-list").getByText("Called " + word).click();
            assertThat(desk.rows()).hasCount(2);
            desk.rows().first().locator("input").click();
            desk.button("members.putOut").click();
            assertThat(desk.rows()).hasCount(1);
            desk.page.locator("cl-toasts button").first().click();
            assertThat(desk.rows()).hasCount(2);
        }
    }

    @Test
    void sets_a_text_against_a_number_by_its_values() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/matrices/new");
            desk.field("matrix.name").fill("Status and money");
            desk.field("matrix.x").selectOption("status");
            assertThat(desk.field("matrix.x.values")).hasValue("prospect, active, inactive, archived");
            desk.field("matrix.x.values").fill("prospect, active");
            desk.page.keyboard().press("Tab");
            desk.field("matrix.y").selectOption("rfm.money");
            desk.field("matrix.y.method").selectOption("median");
            desk.button("matrix.add").click();

            assertThat(desk.page.locator("h1")).hasText("Status and money");
            assertThat(desk.page.locator(".heat")).containsText("prospect");
            assertThat(desk.page.locator(".heat button")).hasCount(4);
            desk.check("matrix-values");
        }
    }

    @Test
    void begins_a_matrix_with_a_pattern() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/matrices/new");
            desk.field("matrix.pattern").selectOption("value");
            assertThat(desk.field("matrix.name")).hasValue(desk.text("pattern.value"));
            desk.field("matrix.x").selectOption("purchases.count");
            desk.field("matrix.y").selectOption("rfm.money");
            desk.check("matrix-pattern");
            desk.button("matrix.add").click();

            assertThat(desk.page.locator("h1")).hasText(desk.text("pattern.value"));
            assertThat(desk.page.locator(".heat")).containsText(desk.text("pattern.value.name1"));
            desk.page.locator(".heat button").first().click();
            assertThat(desk.page.locator("cl-dialog .playbook")).hasText(desk.text("pattern.value.play2"));
        }
    }

    @Test
    void makes_a_cell_of_a_matrix_a_segment() {
        String word = unique();
        String matrix = shop.matrix(word);
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/matrices/" + matrix);
            desk.page.locator(".heat button").first().focus();
            desk.page.keyboard().press("ArrowRight");
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator("cl-dialog code")).containsText("purchases.count=ge=2;rfm.money=ge=");
            desk.button("cell.segment").click();
            desk.field("segment.name").last().fill("Cell of " + word);
            desk.field("segment.key").last().fill("cellOf" + word);
            desk.page.keyboard().press("Enter");

            assertThat(desk.page.locator("h1")).hasText("Cell of " + word);
        }
    }

    @Test
    void leads_from_points_and_from_those_who_are_unknown_to_customers() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/" + shop.pages().get("matrix"));
            desk.page.locator(".heat button").last().click();
            assertThat(desk.page.locator("cl-dialog .near li")).hasCount(5);
            assertThat(desk.page.locator("cl-dialog dl")).containsText(desk.text("cell.confidence"));
            desk.check("cell-near");
            desk.page.keyboard().press("Escape");
            desk.tab(desk.text("matrix.tab.points")).click();
            assertThat(desk.page.locator(".picture .point")).not().hasCount(0);
            Locator near = desk.page.locator("section[aria-labelledby=near] tbody th a");
            assertThat(near).hasCount(20);
            desk.button("near.more").click();
            assertThat(near.nth(20)).isVisible();
            String name = near.first().textContent();
            near.first().click();
            assertThat(desk.page.locator("h1").first()).hasText(name);

            desk.page.goBack();
            desk.tab(desk.text("matrix.tab.cells")).click();
            desk.page.locator(".unknown a").click();

            assertThat(desk.rows().first()).isVisible();
            assertThat(desk.page.locator("cl-filter").first()).isVisible();
        }
    }

    /** What a month would bring, which no test waits for. */
    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void draws_the_ways_that_customers_went(Look look) {
        String moved =
                "{\"counts\": [[0, 4, 0, 0, 0], [0, 30, 12, 3, 0], [1, 5, 20, 0, 7], [0, 2, 0, 9, 1], [0, 0, 2, 6, 40]],"
                        + " \"probabilities\": [[0, 1, 0, 0, 0], [0, 0.67, 0.27, 0.06, 0], [0.03, 0.15, 0.61, 0, 0.21],"
                        + " [0, 0.17, 0, 0.75, 0.08], [0, 0, 0.04, 0.13, 0.83]], \"forecast\": [1, 40, 37, 21, 52]}";
        try (Desk desk = desk(look)) {
            answer(desk, "**/matrices/*/notes", "{\"days\": [\"2026-10-01\", \"2026-11-01\"]}");
            answer(desk, "**/matrices/*/moves?*", moved);
            desk.page.navigate("/app/" + shop.pages().get("moves"));
            assertThat(desk.page.locator(".picture .arrow")).hasCount(8);
            assertThat(desk.page.locator("section[aria-labelledby=moved] tbody tr"))
                    .hasCount(10);
            desk.check("moves-arrows");
            assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
        }
    }

    private static void answer(Desk desk, String path, String body) {
        desk.page.route(
                path,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(body)));
    }

    @Test
    void names_the_field_of_settings_that_is_wrong() {
        try (Desk desk = desk(Look.DESK)) {
            desk.page.navigate("/app/rfm/settings");
            desk.field("rfm.currency").fill("euros");
            desk.button("rfm.save").click();

            assertThat(desk.page.locator(".field .fault")).containsText("ISO 4217");
            assertThat(desk.field("rfm.currency")).isFocused();
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void are_usable_by_everybody_in_every_look(Look look) {
        try (Desk desk = desk(look)) {
            shop.pages().forEach((state, path) -> {
                desk.page.navigate("/app/" + path);
                assertThat(desk.page.locator("cl-page h1").first()).isVisible();
                assertThat(desk.page.locator("cl-skeleton")).hasCount(0);
                desk.check(state);
                assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                        .as(state + " scrolls sideways")
                        .isEqualTo(false);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void ask_in_dialogs_that_everybody_can_answer(Look look) {
        try (Desk desk = desk(look)) {
            desk.page.navigate("/app/" + shop.pages().get("matrix"));
            desk.page.locator(".heat button").first().click();
            dialog(desk, "cell");
            desk.button("cell.texts").click();
            dialog(desk, "texts");
            desk.page.navigate("/app/" + shop.pages().get("members"));
            desk.page.locator(".filters > button.quiet").click();
            dialog(desk, "columns");
            desk.page.navigate("/app/" + shop.pages().get("list"));
            desk.button("members.in").first().click();
            dialog(desk, "put-in");
            desk.page.navigate("/app/" + shop.pages().get("assessment"));
            desk.page.locator(".aspect button").first().click();
            dialog(desk, "aspect");
        }
    }

    private static void dialog(Desk desk, String state) {
        assertThat(desk.page.locator("dialog[open]")).isVisible();
        desk.check(state);
    }
}
