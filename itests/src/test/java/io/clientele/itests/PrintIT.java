package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes out of a printer, of somebody whose screen is dark. */
class PrintIT {
    private static final Look DARK = new Look("en", ColorScheme.DARK, 1280, 800);
    private static SegmentedShop shop;

    @BeforeAll
    static void install() {
        shop = SegmentedShop.open(Servers.admin(TestDatabase.H2));
    }

    @AfterAll
    static void uninstall() {
        Servers.admin(TestDatabase.H2).post("/api/v1/modules/segmentation/uninstall", Map.of());
    }

    private static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Path folder = Path.of(System.getProperty("clientele.pictures"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve("print-" + name + ".png"))
                .setFullPage(true));
        page.pdf(new Page.PdfOptions().setPath(folder.resolve("print-" + name + ".pdf")));
    }

    @Test
    void prints_a_list_with_all_rows_that_were_read() {
        try (Desk desk = new Desk(DARK)) {
            desk.page.navigate("/app/customers?filter=address.city==上海");
            assertThat(desk.rows().first()).isVisible();

            print(desk.page, "customers");
        }
    }

    @Test
    void prints_what_is_known_of_a_customer() {
        String id = SalesDayIT.add("Printed Ltd");
        try (Desk desk = new Desk(DARK)) {
            desk.page.navigate("/app/customers/" + id);
            assertThat(desk.page.locator(".composer")).isVisible();

            print(desk.page, "customer");
        }
    }

    @Test
    void prints_a_segment() {
        try (Desk desk = new Desk(DARK)) {
            desk.page.navigate("/app/" + shop.pages().get("members"));
            assertThat(desk.rows().first()).isVisible();

            print(desk.page, "segment");
        }
    }
}
