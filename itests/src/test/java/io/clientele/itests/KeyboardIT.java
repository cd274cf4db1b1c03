package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody without a mouse, who is where they were after each deed. */
class KeyboardIT {
    private static void press(Locator button) {
        button.focus();
        button.press("Enter");
    }

    @Test
    void goes_on_in_a_row_that_was_added_and_beside_one_that_was_removed() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/customers/new");
            Locator rows = visit.page().locator("cl-form fieldset").first().locator(".item");

            press(visit.button("Another way"));
            assertThat(rows).hasCount(2);
            assertThat(rows.last().locator("select")).isFocused();
            press(rows.last().locator("button"));
            assertThat(rows).hasCount(1);
            assertThat(visit.page().locator("cl-form fieldset").first().locator(".add"))
                    .isFocused();
            press(visit.button("Another way"));
            press(rows.first().locator("button"));

            assertThat(rows).hasCount(1);
            assertThat(rows.first().locator("button")).isFocused();
        }
    }

    @Test
    void stays_on_the_button_that_records_and_records_once() {
        String id = Servers.admin(TestDatabase.H2)
                .post("/api/v1/customers", Map.of("kind", "person", "name", "Kay Board"))
                .text("id");
        List<Route> held = new ArrayList<>();
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/customers/" + id);
            Page page = visit.page();
            page.locator(".composer textarea").fill("Called once");
            page.route("**/interactions", route -> held.add(route));
            Locator record = page.locator(".composer button.primary");
            press(record);
            page.waitForCondition(() -> held.size() == 1);
            record.press("Enter");
            page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
            assertThat(record).isFocused();
            page.unroute("**/interactions");

            held.get(0).resume();

            assertThat(page.locator(".composer textarea")).hasValue("");
            assertThat(record).isFocused();
            assertThat(held).hasSize(1);
        }
    }
}
