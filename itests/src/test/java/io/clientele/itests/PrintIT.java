package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes out of a printer, of somebody who chose a dark screen. */
class PrintIT {
    private static final Look DARK = new Look("en", ColorScheme.DARK, 1280, 800);

    /** A sheet of A4 between its margins, in the pixels of browsers. */
    private static final int PAPER_WIDTH = 703;

    private static final int PAPER_HEIGHT = 1032;
    private static final String WHITE = "rgb(255, 255, 255)";
    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(Servers.admin(TestDatabase.H2));
    }

    @AfterAll
    static void uninstall() {
        Servers.admin(TestDatabase.H2).post("/api/v1/modules/segmentation/uninstall", Map.of());
    }

    private static Desk desk(String path) {
        Desk desk = new Desk(DARK);
        desk.page.evaluate("localStorage.setItem('cl-theme', 'dark')");
        desk.page.navigate("/app/" + path);
        return desk;
    }

    /** Leaves a file of what is printed, and shows it on the screen from now on. */
    private static void print(Page page, String name) {
        Path folder = Path.of(System.getProperty("clientele.pictures"));
        page.pdf(new Page.PdfOptions()
                .setPath(folder.resolve("print-" + name + ".pdf"))
                .setPreferCSSPageSize(true)
                .setFormat("A4"));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
        Browser.picture(page, "print-" + name);
        assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        assertThat(page.locator("body")).hasCSS("background-color", WHITE);
        assertThat(page.locator("cl-page")).hasCSS("background-color", WHITE);
        assertThat((Number) page.evaluate("document.documentElement.scrollWidth"))
                .isEqualTo(PAPER_WIDTH);
    }

    @Test
    void prints_all_rows_that_were_read_and_all_columns() {
        try (Desk desk = desk("customers?filter=address.city==上海")) {
            assertThat(desk.rows().first()).isVisible();
            int all = Servers.admin(TestDatabase.H2)
                    .get("/api/v1/customers?filter=address.city==%E4%B8%8A%E6%B5%B7&limit=200")
                    .body()
                    .get("items")
                    .size();
            assertThat(desk.rows().count()).isLessThan(all);

            desk.page.evaluate("dispatchEvent(new Event('beforeprint'))");
            assertThat(desk.rows()).hasCount(all);
            desk.page.evaluate("dispatchEvent(new Event('afterprint'))");
            assertThat(desk.rows()).not().hasCount(all);
            print(desk.page, "customers");

            assertThat(desk.page.locator("cl-list .cell.check").first()).isHidden();
            assertThat(desk.button("view.save")).isHidden();
            assertThat(desk.page.locator("cl-list [role=columnheader]").last().boundingBox().x)
                    .isBetween(0.0, PAPER_WIDTH - 1.0);
        }
    }

    @Test
    void prints_what_is_known_of_a_customer_without_the_form_for_more() {
        String id = SalesDayIT.add("Printed Ltd");
        Map<String, Object> call = Map.of(
                "kind",
                "call",
                "direction",
                "in",
                "occurredAt",
                "2026-11-20T09:00:00Z",
                "text",
                "Asked for a sheet of paper");
        Servers.admin(TestDatabase.H2).post("/api/v1/customers/" + id + "/interactions", call);
        try (Desk desk = desk("customers/" + id)) {
            assertThat(desk.page.locator("cl-timeline")).containsText("Asked for a sheet of paper");
            assertThat(desk.page.locator("cl-skeleton")).hasCount(0);

            print(desk.page, "customer");

            assertThat(desk.page.locator("h1")).hasText("Printed Ltd");
            assertThat(desk.page.locator("cl-timeline")).isVisible();
            assertThat(desk.page.locator(".composer")).isHidden();
            assertThat(desk.page.locator("cl-page > button[slot=actions]")).isHidden();
        }
    }

    @Test
    void prints_a_segment_with_its_members() {
        try (Desk desk = desk(requireNonNull(shop.pages().get("members")))) {
            assertThat(desk.rows().first()).isVisible();

            print(desk.page, "segment");

            assertThat(desk.page.locator("cl-list [role=columnheader]").allInnerTexts())
                    .containsAll(List.of("City", "Owner"));
        }
    }
}
