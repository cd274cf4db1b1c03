package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frame around all screens, as somebody in front of a browser meets it. */
class ShellIT {
    @Test
    void signs_in_and_out_without_a_word_on_the_console() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.page().navigate("/");
            visit.page().getByLabel("Login").fill("admin");
            visit.page()
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("not this one");
            visit.button("Sign in").click();
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("wrong");

            visit.signIn();
            assertThat(visit.page().locator("cl-app h1")).isVisible();
            assertThat(visit.page()).hasTitle("Home · Clientele");
            visit.page()
                    .getByRole(AriaRole.NAVIGATION)
                    .getByRole(AriaRole.BUTTON)
                    .last()
                    .click();
            visit.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            assertThat(visit.page().getByLabel("Login")).isVisible();
            assertThat(visit.said()).isEmpty();
        }
    }

    @Test
    void shows_a_module_that_comes_changes_and_goes_without_loading_anew() {
        Server server = Servers.on(TestDatabase.H2);
        ModuleOffice office = ModuleOffice.on(server);
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            visit.page().evaluate("window.marker = 'still here'");

            assertThat(office.install(VisitsModule.version("1.0.0")).status()).isEqualTo(200);
            visit.link("Visits").click();
            assertThat(visit.heading("Visits 1.0.0")).isVisible();
            assertThat(visit.page().getByText("No visits yet")).isVisible();

            assertThat(office.update(VisitsModule.version("1.1.0")).status()).isEqualTo(200);
            assertThat(visit.heading("Visits 1.1.0")).isVisible();

            office.admin().post("/api/v1/modules/visits/uninstall", Map.of());
            assertThat(visit.page().getByText("comes back by itself")).isVisible();
            assertThat(visit.link("Visits")).hasCount(0);

            assertThat(office.install(VisitsModule.version("1.1.0")).status()).isEqualTo(200);
            assertThat(visit.heading("Visits 1.1.0")).isVisible();
            office.admin().post("/api/v1/modules/visits/uninstall", Map.of());
            assertThat(visit.page().evaluate("window.marker")).isEqualTo("still here");
        }
    }

    @Test
    void speaks_another_language_and_changes_its_colours_at_once() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            visit.page().evaluate("window.marker = 'still here'");

            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type("chinese");
            visit.page().keyboard().press("Enter");
            assertThat(visit.link("首页")).isVisible();
            assertThat(visit.page()).hasTitle("首页 · Clientele");
            visit.page().keyboard().press("Control+k");
            visit.page().keyboard().type("深色");
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().locator("html")).hasAttribute("data-theme", "dark");
            assertThat(visit.page().evaluate("window.marker")).isEqualTo("still here");
            assertThat(visit.said()).isEmpty();
        }
    }

    @Test
    void keeps_the_session_where_no_script_and_no_neighbour_reaches_it() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");

            assertThat(visit.page().context().cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.name).isEqualTo("__Host-clientele"))
                    .satisfies(cookie -> assertThat(cookie.secure).isTrue())
                    .satisfies(cookie -> assertThat(cookie.httpOnly).isTrue())
                    .satisfies(cookie -> assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT));
            assertThat(visit.page().evaluate("document.cookie")).isEqualTo("");
        }
    }

    @Test
    void can_be_installed_as_an_application() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            assertThat(visit.page().locator("link[rel=manifest]")).hasCount(1);
            JsonObject answer =
                    visit.page().context().newCDPSession(visit.page()).send("Page.getInstallabilityErrors");

            // A window of a test has no profile to install into.
            assertThat(answer.getAsJsonArray("installabilityErrors").asList().stream()
                            .map(error -> error.getAsJsonObject().get("errorId").getAsString())
                            .filter(error -> !error.equals("in-incognito")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#all")
    void shows_around_by_keyboard_alone(Look look) {
        try (Visit visit = new Visit(look)) {
            visit.open("/app/");
            visit.command(look.locale().startsWith("zh") ? "导览" : "tour");
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isVisible();
            visit.check("tour");
            visit.page().keyboard().press("ArrowRight");
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("cl-tour")).containsText("3");
            visit.page().keyboard().press("ArrowRight");
            visit.page().keyboard().press("ArrowRight");
            visit.check("tour-end");
            visit.page().keyboard().press("Escape");

            assertThat(visit.page().getByRole(AriaRole.DIALOG)).hasCount(0);
        }
    }

    @Test
    void is_there_without_a_connection() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            Awaitility.await("the page is the worker's")
                    .atMost(Duration.ofMinutes(1))
                    .until(
                            () -> visit.page().evaluate("Boolean(navigator.serviceWorker.controller)"),
                            Boolean.TRUE::equals);
            visit.page().reload();
            assertThat(visit.page().getByText("Customers you see")).isVisible();

            visit.page().context().setOffline(true);
            visit.page().reload();

            assertThat(visit.page().getByText("Customers you see")).isVisible();
            assertThat(visit.page().locator(".live")).hasAttribute("aria-label", "No connection: changes do not show");
        }
    }

    @Test
    void changes_the_own_password_and_says_what_is_wrong_with_it() {
        String login = FirstHourIT.unique("clerk");
        Visit.clerk(login);
        try (Visit visit = new Visit(Look.DESK)) {
            visit.page().navigate("/app/settings");
            visit.signIn(login, Visit.CLERKS_PASSWORD);

            password(visit, Visit.CLERKS_PASSWORD, "short");
            assertThat(visit.page().getByRole(AriaRole.ALERT)).isVisible();
            password(visit, Visit.CLERKS_PASSWORD, "another good phrase");
            assertThat(visit.page().getByText("Your password is changed")).isVisible();

            assertThat(visit.link("Gallery")).hasCount(0);
            Api.signIn(Servers.on(TestDatabase.H2), login, "another good phrase");
        }
    }

    private static void password(Visit visit, String current, String next) {
        visit.page().locator("#current").fill(current);
        visit.page().locator("#new").fill(next);
        visit.page().locator("#again").fill(next);
        visit.button("Change the password").click();
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#all")
    void is_usable_by_everybody_in_every_look(Look look) {
        try (Visit visit = new Visit(look)) {
            visit.page().navigate("/app/");
            assertThat(visit.page().locator("cl-sign-in")).isVisible();
            visit.check("sign-in");

            visit.signIn();
            assertThat(visit.page().locator("cl-app h1")).isVisible();
            visit.check("home");

            visit.page().keyboard().press("Control+k");
            assertThat(visit.page().getByRole(AriaRole.COMBOBOX)).isVisible();
            visit.check("palette");
            visit.page().keyboard().press("Escape");

            visit.page().navigate("/app/gallery");
            assertThat(visit.page().locator("cl-kpi").first()).isVisible();
            visit.check("gallery");
            visit.page().locator("cl-page [slot=actions]").first().click();
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isVisible();
            visit.check("dialog");

            visit.page().navigate("/app/settings");
            assertThat(visit.page().locator("fieldset").first()).isVisible();
            visit.check("settings");

            visit.page().navigate("/app/nowhere/at/all");
            assertThat(visit.page().locator("cl-empty")).isVisible();
            visit.check("nowhere");
        }
    }
}
