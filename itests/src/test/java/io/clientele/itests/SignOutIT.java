package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody who leaves a browser that others use too, and whoever comes next. */
class SignOutIT {
    private static final String SECRET = "Sidney Secret";

    @BeforeAll
    static void add() {
        Servers.admin(TestDatabase.H2).post("/api/v1/customers", Map.of("kind", "person", "name", SECRET));
    }

    /** Somebody who looks at a customer. */
    private static Visit look(Visit visit) {
        visit.open("/app/customers?q=Sidney");
        assertThat(visit.page().locator("cl-list")).containsText(SECRET);
        return visit;
    }

    private static void signOut(Visit visit) {
        visit.page().locator("cl-menu.user .who").click();
        visit.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
    }

    @Test
    void shows_nothing_to_whoever_goes_back() {
        try (Visit visit = look(Visit.thatKeepsPages(Look.DESK))) {
            visit.page()
                    .addInitScript("addEventListener('pageshow', ({persisted}) => persisted && console.info('kept'));");
            visit.page().reload();
            assertThat(visit.page().locator("cl-list")).containsText(SECRET);
            signOut(visit);
            assertThat(visit.page().locator("#login")).isVisible();

            visit.page().evaluate("history.back()");

            // No page is loaded where one was kept, so that there is none to wait for.
            visit.page().waitForCondition(() -> visit.said().contains("info kept"));
            assertThat(visit.page().locator("#login")).isVisible();
            assertThat(visit.page().locator("cl-list")).hasCount(0);
        }
    }

    @Test
    void shows_nothing_in_other_windows_either() {
        try (Visit visit = look(new Visit(Look.DESK))) {
            Page other = visit.page().context().newPage();
            other.navigate("/app/customers?q=Sidney");
            assertThat(other.locator("cl-list")).containsText(SECRET);

            signOut(visit);

            assertThat(other.locator("#login")).isVisible();
            assertThat(other.locator("cl-list")).hasCount(0);
        }
    }

    @Test
    void says_that_somebody_is_still_signed_in_where_the_server_cannot_be_reached() {
        try (Visit visit = look(new Visit(Look.DESK))) {
            visit.page().context().setOffline(true);
            signOut(visit);

            assertThat(visit.page().locator("cl-toasts")).containsText("You are still signed in");
            visit.page().context().setOffline(false);
            signOut(visit);
            assertThat(visit.page().locator("#login")).isVisible();
            assertThat(visit.said()).isEmpty();
        }
    }

    @Test
    void asks_nobody_to_sign_in_while_the_server_cannot_say_who_is_there() {
        try (Visit visit = look(new Visit(Look.DESK))) {
            visit.page().route("**/api/v1/session", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            visit.page().reload();
            assertThat(visit.button("Try again")).isVisible();
            assertThat(visit.page().locator("#login")).hasCount(0);
            visit.check("session-unknown");
            visit.page().unroute("**/api/v1/session");

            visit.button("Try again").click();

            assertThat(visit.page().locator("cl-list")).containsText(SECRET);
            assertThat(visit.said()).isEmpty();
        }
    }
}
