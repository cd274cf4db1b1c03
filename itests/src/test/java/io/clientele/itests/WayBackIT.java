package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who goes from a list into a customer and back finds the list as it was left. */
class WayBackIT {
    private static final int CUSTOMERS = 130;
    private static final int CHOSEN = 70;
    private static final String NAME = "Wayback ";
    private static final String LIST = "/app/customers?filter=name==wayback*";
    private static final Api ADMIN = Servers.admin(TestDatabase.H2);

    @BeforeAll
    static void add() {
        IntStream.range(0, CUSTOMERS)
                .forEach(i -> ADMIN.post(
                        "/api/v1/customers", Map.of("kind", "person", "status", "prospect", "name", name(i))));
    }

    static Stream<Look> deskAndPhone() {
        return Stream.of(Look.DESK, new Look("zh-CN", ColorScheme.DARK, 390, 844));
    }

    @ParameterizedTest
    @MethodSource("deskAndPhone")
    void shows_the_same_rows_at_the_same_place_and_asks_for_none_of_them(Look look) {
        try (Desk desk = new Desk(look)) {
            double top = scrolled(desk);
            row(desk).locator("a").click();
            assertThat(desk.page.locator("h1")).hasText(name(CHOSEN));
            assertThat(desk.page.locator("cl-list")).hasCount(0);
            List<String> asked = listen(desk);

            desk.page.goBack();

            found(desk, top);
            assertThat(desk.page.url()).endsWith("?filter=name%3D%3Dwayback*");
            assertThat(asked).isEmpty();
            desk.check("way-back");
        }
    }

    @Test
    void leads_back_by_the_arrow_of_the_page_and_by_keyboard_alone() {
        try (Desk desk = new Desk(Look.DESK)) {
            double top = scrolled(desk);
            desk.page.locator("cl-list .grid").focus();
            IntStream.range(0, 3).forEach(i -> desk.page.keyboard().press("ArrowDown"));
            String stood = stands(desk);
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator(".composer")).isVisible();
            desk.page.locator("cl-page header a").focus();

            desk.page.keyboard().press("Enter");

            assertThat(desk.page.locator("cl-list .grid")).isFocused();
            assertThat(stands(desk)).isEqualTo(stood);
            assertThat(top(desk)).isEqualTo(top);
            desk.page.keyboard().press("ArrowDown");
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator("h1")).hasText(name(Integer.parseInt(stood.substring(1)) + 1));
        }
    }

    @Test
    void shows_what_has_changed_meanwhile_and_begins_anew_by_a_link() {
        try (Desk desk = new Desk(Look.DESK)) {
            double top = scrolled(desk);
            row(desk).locator("a").click();
            assertThat(desk.page.locator(".composer")).isVisible();
            String id = desk.page.url().replaceFirst(".*/", "");
            ADMIN.patch("/api/v1/customers/" + id, Map.of("status", "inactive"), "\"1\"");
            assertThat(desk.page.getByText(desk.text("status.inactive")).first())
                    .isVisible();

            desk.page.goBack();

            found(desk, top);
            assertThat(row(desk)).containsText(desk.text("status.inactive"));
            row(desk).locator("a").click();
            assertThat(desk.page.locator(".composer")).isVisible();
            desk.page.locator("nav.side a[href='/app/customers']").click();
            assertThat(desk.rows().first()).isVisible();
            assertThat(top(desk)).isZero();
        }
    }

    private static String name(int number) {
        return NAME + "%03d".formatted(number);
    }

    private static Locator row(Desk desk) {
        return desk.rows().filter(new Locator.FilterOptions().setHasText(name(CHOSEN)));
    }

    /** Scrolls so far that a row in the middle of the list is in sight, and tells how far that is. */
    private static double scrolled(Desk desk) {
        desk.page.navigate(LIST);
        assertThat(desk.rows().first()).containsText(NAME);
        desk.page.waitForCondition(() -> desk.page
                .locator("cl-list")
                .evaluate("list => list.items.length >= 100")
                .equals(true));
        desk.page
                .locator("cl-list")
                .evaluate(
                        "(list, row) => { list.renderRoot.querySelector('.scroller').scrollTop = (row - 3) * list.sight.rowHeight + 7; }",
                        CHOSEN);
        assertThat(row(desk)).isVisible();
        return top(desk);
    }

    private static double top(Desk desk) {
        Object top = desk.page.locator("cl-list .scroller").evaluate("scroller => scroller.scrollTop");
        return ((Number) top).doubleValue();
    }

    /** The id of the row that the keyboard stands on. */
    private static String stands(Desk desk) {
        return String.valueOf(desk.page.locator("cl-list .grid").getAttribute("aria-activedescendant"));
    }

    private static void found(Desk desk, double top) {
        assertThat(row(desk)).isVisible();
        assertThat(desk.page.locator("cl-list .grid")).isFocused();
        assertThat(top(desk)).isEqualTo(top);
        assertThat(stands(desk)).isEqualTo("r" + CHOSEN);
    }

    /** What is asked of customers from now on. */
    private static List<String> listen(Desk desk) {
        List<String> asked = new CopyOnWriteArrayList<>();
        desk.page.onRequest(request -> {
            if (request.url().matches(".*/api/v1/(customers|facts|views).*")) {
                asked.add(request.url());
            }
        });
        return asked;
    }
}
