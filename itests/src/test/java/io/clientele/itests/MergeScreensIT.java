package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two records of one customer become one, and two again. */
class MergeScreensIT {
    @ParameterizedTest
    @MethodSource("io.clientele.itests.SegmentationScreensIT#languages")
    void unites_two_customers_by_keyboard_alone_and_takes_it_back(Look look) {
        String word = SalesDayIT.unique();
        String survivor = SalesDayIT.add(word + " Ltd");
        String other = SalesDayIT.add(word + " Limited");
        call(other);
        try (Desk desk = new Desk(look)) {
            desk.page.navigate("/app/customers/" + survivor);
            assertThat(desk.page.locator("h1")).hasText(word + " Ltd");
            open(desk);
            assertThat(desk.page.locator(".merging input")).isFocused();
            desk.page.keyboard().type(word);
            desk.page.locator(".merging li button").focus();
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator(".merging"))
                    .containsText(
                            desk.text("merge.text").split("\\{name}", -1)[0].replace("{other}", word + " Limited"));
            desk.page
                    .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(word + " Limited"))
                    .focus();
            desk.page.keyboard().press("Space");
            desk.button("merge.do").focus();
            desk.page.keyboard().press("Enter");

            assertThat(desk.page.locator("h1")).hasText(word + " Limited");
            assertThat(desk.page.locator("cl-timeline")).containsText("Wants a sheet");
            desk.page.locator("cl-toasts .undo").focus();
            desk.page.keyboard().press("Enter");

            assertThat(desk.page.locator("h1")).hasText(word + " Ltd");
            assertThat(desk.page.locator(".panel cl-empty")).isVisible();
        }
    }

    private static void call(String customer) {
        Servers.admin(TestDatabase.H2)
                .post(
                        "/api/v1/customers/" + customer + "/interactions",
                        Map.of(
                                "kind",
                                "call",
                                "direction",
                                "in",
                                "occurredAt",
                                "2026-11-20T09:00:00Z",
                                "text",
                                "Wants a sheet"));
    }

    private static void open(Desk desk) {
        desk.page
                .locator("cl-menu[slot=actions] .opener, [slot=actions] cl-menu .opener")
                .focus();
        desk.page.keyboard().press("Enter");
        desk.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(desk.text("merge.open")))
                .focus();
        desk.page.keyboard().press("Enter");
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void shows_itself_to_everybody_in_every_look(Look look) {
        String word = SalesDayIT.unique();
        String survivor = SalesDayIT.add(word + " Ltd");
        String other = SalesDayIT.add(word + " Limited");
        try (Desk desk = new Desk(look)) {
            desk.page.navigate("/app/customers/" + survivor);
            open(desk);
            desk.page.keyboard().type(word);
            desk.page.locator(".merging li button").waitFor();
            desk.check("merge-find");
            desk.page.locator(".merging li button").click();
            assertThat(desk.page.locator(".merging fieldset").first()).isVisible();
            desk.check("merge-choice");
            desk.button("merge.do").click();
            assertThat(desk.page.locator("dialog[open]")).hasCount(0);

            desk.page.navigate("/app/customers/" + other);
            desk.page.getByText(desk.text("merge.gone.go")).waitFor();
            desk.check("merge-gone");
            desk.page.getByText(desk.text("merge.gone.go")).click();
            assertThat(desk.page.locator("h1")).hasText(word + " Ltd");
            assertThat(desk.page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .isEqualTo(false);
        }
    }
}
