package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What segments are used for: approaching members, taking them out as a file, and seeing how they overlap. */
class SegmentUseScreensIT {
    private static final String BUNDLE = "bundles/modules/segmentation";
    private static final String PASSWORD = "correct horse battery 7";
    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(Servers.admin(TestDatabase.H2));
    }

    @AfterAll
    static void uninstall() {
        Servers.admin(TestDatabase.H2).post("/api/v1/modules/segmentation/uninstall", Map.of());
    }

    private static String file(Desk desk, Locator link) throws IOException {
        Download download = desk.page.waitForDownload(link::click);
        return Files.readString(download.path());
    }

    private static Locator link(Desk desk, String key) {
        return desk.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(desk.text(key)));
    }

    private static Locator row(Desk desk, String name) {
        return desk.page.locator(".folding tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void plans_whom_to_approach_and_takes_the_plan_along() throws IOException {
        try (Desk desk = new Desk(Look.DESK, BUNDLE)) {
            desk.page.navigate("/app/" + shop.pages().get("approach"));
            assertThat(row(desk, "Ada")).containsText("ada@lyon.example");
            assertThat(row(desk, "Ada")).containsText("Asia/Shanghai");
            assertThat(row(desk, "Bert")).containsText("+33472000002");
            assertThat(row(desk, "Dora")).hasCount(0);

            Locator later =
                    desk.page.getByLabel(desk.text("order.later").replace("{name}", desk.text("channel.email")));
            later.focus();
            desk.page.keyboard().press("Enter");

            assertThat(row(desk, "Ada")).containsText("+33472000001");
            assertThat(row(desk, "Ada")).containsText("The programme of spring");
            assertThat(row(desk, "Bert")).containsText(desk.text("plan.nothing"));
            assertThat(later).isFocused();
            assertThat(file(desk, link(desk, "plan.export")))
                    .startsWith("\uFEFFid,name,channel")
                    .contains("Ada Lyon,phone")
                    .contains(",programme,The programme of spring,\r\n")
                    .doesNotContain("Dora");
        }
    }

    @Test
    void says_what_suits_each_written_and_put_in_order_by_keyboard_alone() {
        String segment = shop.segment("Listeners", "address.city==Lyon");
        try (Desk desk = new Desk(Look.DESK, BUNDLE)) {
            desk.page.navigate("/app/segments/" + segment + "/approach");
            desk.button("content.begin").focus();
            desk.page.keyboard().press("Enter");
            assertThat(piece(desk, 1)).isFocused();
            desk.page.keyboard().type("For everybody");
            desk.button("content.add").focus();
            desk.page.keyboard().press("Enter");
            assertThat(piece(desk, 2)).isFocused();
            desk.page.keyboard().type("For friends of jazz");
            Locator tags = desk.page.getByLabel(desk.text("content.tags.of").replace("{name}", "For friends of jazz"));
            tags.focus();
            desk.page.keyboard().type("golf, ja");
            desk.page
                    .getByLabel(desk.text("content.tag.add").replace("{tag}", "jazz"))
                    .focus();
            desk.check("approach-tags");
            desk.page.keyboard().press("Enter");
            assertThat(tags).hasValue("golf, jazz");

            desk.page.reload();
            assertThat(piece(desk, 2)).hasValue("For friends of jazz");
            desk.page
                    .getByLabel(desk.text("order.earlier").replace("{name}", "For friends of jazz"))
                    .focus();
            desk.page.keyboard().press("Enter");
            assertThat(piece(desk, 1)).hasValue("For friends of jazz");
            desk.button("content.save").focus();
            desk.page.keyboard().press("Enter");

            assertThat(desk.button("content.change")).isFocused();
            assertThat(row(desk, "Ada")).containsText("For friends of jazz");
            assertThat(row(desk, "Ada")).containsText(desk.text("plan.why").replace("{tag}", "jazz"));
        }
    }

    /** The field for the title of the piece of content at a place. */
    private static Locator piece(Desk desk, int place) {
        return desk.page.getByLabel(desk.text("content.title").replace("{n}", String.valueOf(place)));
    }

    @Test
    void tells_why_somebody_is_left_out_by_each_channel() {
        try (Desk desk = new Desk(Look.DESK, BUNDLE)) {
            desk.page.navigate("/app/" + shop.pages().get("approach"));
            desk.tab(desk.text("approach.tab.left")).click();
            assertThat(row(desk, "Dora")).containsText(desk.text("left.unknown"));
            assertThat(row(desk, "Cleo")).containsText(desk.text("left.no-contact"));
            assertThat(row(desk, "Ada")).hasCount(0);

            desk.field("channel.sms").uncheck();
            desk.field("channel.phone").uncheck();

            assertThat(row(desk, "Bert")).containsText(desk.text("left.withdrawn"));
            desk.check("approach-left");
            desk.field("channel.email").uncheck();
            desk.field("channel.messenger").uncheck();
            desk.field("channel.post").uncheck();
            assertThat(desk.page.getByText(desk.text("approach.choose.text"))).isVisible();
        }
    }

    @Test
    void takes_members_out_with_the_facts_of_the_columns() throws IOException {
        try (Desk desk = new Desk(Look.DESK, BUNDLE)) {
            desk.page.navigate("/app/" + shop.pages().get("members"));

            assertThat(file(desk, link(desk, "members.export")))
                    .startsWith("\uFEFFid,name,since,address.city,purchases.count,status,owner\r\n")
                    .contains("上海");
        }
    }

    @Test
    void lets_nobody_take_out_or_change_who_may_only_read() {
        Map<String, Object> auditor = Map.of(
                "login", "reader", "name", "Reader", "roles", List.of("auditor"), "password", PASSWORD, "active", true);
        assertThat(shop.admin().post("/api/v1/users", auditor).status()).isEqualTo(201);
        try (Desk desk = new Desk(Look.DESK, BUNDLE, "reader", PASSWORD)) {
            desk.page.navigate("/app/" + shop.pages().get("members"));
            assertThat(desk.rows().first()).isVisible();
            assertThat(link(desk, "members.export")).hasCount(0);

            desk.page.navigate("/app/" + shop.pages().get("approach"));
            assertThat(row(desk, "Ada")).isVisible();
            assertThat(link(desk, "plan.export")).hasCount(0);
            assertThat(desk.page.locator(".said")).containsText("An evening of jazz");
            assertThat(desk.page.locator(".said button")).hasCount(0);

            desk.page.navigate("/app/" + shop.pages().get("grade"));
            assertThat(desk.page.locator(".ladder")).isVisible();
            assertThat(desk.button("grade.run")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.SegmentationScreensIT#languages")
    void reads_how_segments_divide_customers_by_keyboard_alone(Look look) {
        String city = look.locale().equals("en") ? "Overlapton" : "Overlapby";
        shop.customer(city + " One", city);
        shop.segment("Wide" + city, "address.city==" + city);
        shop.segment("Narrow" + city, "address.city==" + city + ";kind==organisation");
        try (Desk desk = new Desk(look, BUNDLE)) {
            desk.command(look.locale().equals("en") ? "Compare segments" : "比较细分");
            add(desk, "Wide" + city);
            add(desk, "Narrow" + city);
            Locator parts = desk.page.locator("section[aria-labelledby=division] tbody tr");
            assertThat(parts.nth(1)).containsText(desk.text("overlap.dead"));
            assertThat(desk.page.locator(".cross tbody tr").first()).containsText("100%");

            Locator earlier = desk.page.getByLabel(desk.text("order.earlier").replace("{name}", "Narrow" + city));
            earlier.focus();
            desk.page.keyboard().press("Enter");

            assertThat(parts.nth(0)).containsText("Narrow" + city);
            assertThat(parts.nth(0)).not().containsText(desk.text("overlap.dead"));
            assertThat(parts.nth(1)).containsText(desk.text("overlap.dead"));
        }
    }

    private static void add(Desk desk, String name) {
        desk.button("overlap.add").focus();
        desk.page.keyboard().press("Enter");
        desk.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name))
                .focus();
        desk.page.keyboard().press("Enter");
        assertThat(desk.page.locator(".ordered")).containsText(name);
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void show_plans_and_overlaps_to_everybody_in_every_look(Look look) {
        try (Desk desk = new Desk(look, BUNDLE)) {
            desk.page.navigate("/app/" + shop.pages().get("approach"));
            row(desk, "Bert").scrollIntoViewIfNeeded();
            desk.check("approach-plan");
            desk.button("content.change").click();
            assertThat(piece(desk, 1)).isFocused();
            piece(desk, 2).scrollIntoViewIfNeeded();
            desk.check("approach-said");
            desk.page.navigate("/app/segments/overlap");
            desk.page.locator("cl-empty button.primary").click();
            assertThat(desk.page.locator(".cross")).isVisible();
            desk.check("overlap-order");
            desk.page.locator(".verdict").first().scrollIntoViewIfNeeded();
            desk.check("overlap-division");
            desk.page.locator(".cross tbody tr").last().scrollIntoViewIfNeeded();
            desk.check("overlap-pairs");
            assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
        }
    }
}
