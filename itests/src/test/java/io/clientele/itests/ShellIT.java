package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The frame around all screens, as somebody in front of a browser meets it. */
class ShellIT {
    private static final String VISITS_EN = "{\"visits.empty\": \"No visits yet\"}";
    private static final String VISITS_ZH = "{\"visits.empty\": \"还没有拜访\"}";

    @Test
    void signs_in_and_out_without_a_word_on_the_console() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.page.navigate("/");
            visit.page.getByLabel("Login").fill("admin");
            visit.page
                    .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill("not this one");
            visit.button("Sign in").click();
            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("wrong");

            visit.signIn();
            assertThat(visit.page.locator("cl-app h1")).isVisible();
            assertThat(visit.page).hasTitle("Home · Clientele");
            visit.page
                    .getByRole(AriaRole.NAVIGATION)
                    .getByRole(AriaRole.BUTTON)
                    .last()
                    .click();
            visit.page
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            assertThat(visit.page.getByLabel("Login")).isVisible();
            assertThat(visit.said).isEmpty();
        }
    }

    @Test
    void shows_a_module_that_comes_changes_and_goes_without_loading_anew() {
        Server server = Servers.on(TestDatabase.H2);
        ModuleOffice office = ModuleOffice.on(server);
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            visit.page.evaluate("window.marker = 'still here'");

            assertThat(office.install(visits("1.0.0")).status()).isEqualTo(200);
            visit.link("Visits").click();
            assertThat(visit.heading("Visits 1.0.0")).isVisible();
            assertThat(visit.page.getByText("No visits yet")).isVisible();

            assertThat(office.update(visits("1.1.0")).status()).isEqualTo(200);
            assertThat(visit.heading("Visits 1.1.0")).isVisible();

            office.admin().post("/api/v1/modules/visits/uninstall", Map.of());
            assertThat(visit.page.getByText("comes back by itself")).isVisible();
            assertThat(visit.link("Visits")).hasCount(0);

            assertThat(office.install(visits("1.1.0")).status()).isEqualTo(200);
            assertThat(visit.heading("Visits 1.1.0")).isVisible();
            office.admin().post("/api/v1/modules/visits/uninstall", Map.of());
            assertThat(visit.page.evaluate("window.marker")).isEqualTo("still here");
        }
    }

    @Test
    void speaks_another_language_and_changes_its_colours_at_once() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");
            visit.page.evaluate("window.marker = 'still here'");

            visit.page.keyboard().press("Control+k");
            visit.page.keyboard().type("chinese");
            visit.page.keyboard().press("Enter");
            assertThat(visit.link("首页")).isVisible();
            assertThat(visit.page).hasTitle("首页 · Clientele");
            visit.page.keyboard().press("Control+k");
            visit.page.keyboard().type("深色");
            visit.page.keyboard().press("Enter");

            assertThat(visit.page.locator("html")).hasAttribute("data-theme", "dark");
            assertThat(visit.page.evaluate("window.marker")).isEqualTo("still here");
            assertThat(visit.said).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#all")
    void is_usable_by_everybody_in_every_look(Look look) {
        try (Visit visit = new Visit(look)) {
            visit.page.navigate("/app/");
            assertThat(visit.page.locator("cl-sign-in")).isVisible();
            visit.check("sign-in");

            visit.signIn();
            assertThat(visit.page.locator("cl-app h1")).isVisible();
            visit.check("home");

            visit.page.keyboard().press("Control+k");
            assertThat(visit.page.getByRole(AriaRole.COMBOBOX)).isVisible();
            visit.check("palette");
            visit.page.keyboard().press("Escape");

            visit.page.navigate("/app/nowhere/at/all");
            assertThat(visit.page.locator("cl-empty")).isVisible();
            visit.check("nowhere");
        }
    }

    private static ModuleJar visits(String version) {
        return ModuleJar.of("visits", version)
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "name": {"en": "Visits"}, "texts": {"en": "en.json", "zh": "zh.json"}, "contributions": [
                          {"kind": "page", "name": "visits", "path": "visits", "module": "visits.js", "icon": "map-pin",
                           "title": {"en": "Visits", "zh": "拜访"}, "group": "customers", "order": 50}]}""")
                .entry("META-INF/clientele/web/en.json", VISITS_EN)
                .entry("META-INF/clientele/web/zh.json", VISITS_ZH)
                .entry(
                        "META-INF/clientele/web/visits.js",
                        """
                        import {Screen, html} from '@clientele/ui';
                        export default class Visits extends Screen {
                          render() {
                            return html`<cl-page heading="Visits %s"><cl-empty icon="map-pin" heading=${this.t('visits.empty')}></cl-empty></cl-page>`;
                          }
                        }"""
                                .formatted(version));
    }

    /** Somebody in front of a window, and what the browser complained about meanwhile. */
    private static final class Visit implements AutoCloseable {
        private final Look look;
        private final BrowserContext window;
        private final Page page;
        private final List<String> said = new ArrayList<>();

        Visit(Look look) {
            this.look = look;
            window = Browser.window(Servers.on(TestDatabase.H2), look);
            page = window.newPage();
            page.onConsoleMessage(message -> {
                // The browser itself reports refused requests, which asking who is signed in is meant to be.
                if (!message.text().startsWith("Failed to load resource")) {
                    said.add(message.type() + " " + message.text());
                }
            });
            page.onPageError(said::add);
        }

        void open(String path) {
            page.navigate(path);
            signIn();
            assertThat(page.locator("cl-app h1")).isVisible();
        }

        void signIn() {
            page.locator("#login").fill("admin");
            page.locator("#password").fill(Servers.on(TestDatabase.H2).firstPassword());
            page.locator("cl-sign-in button.primary").click();
        }

        com.microsoft.playwright.Locator button(String name) {
            return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
        }

        com.microsoft.playwright.Locator link(String name) {
            return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
        }

        com.microsoft.playwright.Locator heading(String name) {
            return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
        }

        void check(String state) {
            Browser.picture(page, state + "-" + look);
            assertThat(Browser.findings(page)).as(state).isEmpty();
            assertThat(said).as(state).isEmpty();
        }

        @Override
        public void close() {
            window.close();
        }
    }
}
