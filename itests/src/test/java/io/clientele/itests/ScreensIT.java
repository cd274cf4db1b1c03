package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Screens of a module that is changed while somebody works with them. */
class ScreensIT {
    private static final int CHANGES = 100;
    /** The browser counts what it has not thrown away yet. */
    private static final int SLACK = 20;

    private static final int LOOKS = 5;
    private static final int BETWEEN_LOOKS_MILLIS = 300;

    private final ModuleOffice office = ModuleOffice.on(Servers.on(TestDatabase.H2));

    @BeforeEach
    void install() {
        assertThat(office.install(VisitsModule.version("1.0.0")).status()).isEqualTo(200);
    }

    @AfterEach
    void uninstall() {
        office.admin().post("/api/v1/modules/visits/uninstall", Map.of());
    }

    @Test
    void keeps_what_was_typed_while_its_module_is_away() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/visits");
            visit.page().getByLabel("Note").fill("Ask for Ada");

            uninstall();
            assertThat(visit.page().getByText("What you typed is kept")).isVisible();
            assertThat(office.install(VisitsModule.version("1.1.0")).status()).isEqualTo(200);

            assertThat(visit.heading("Visits 1.1.0")).isVisible();
            assertThat(visit.page().getByLabel("Note")).hasValue("Ask for Ada");
        }
    }

    @Test
    void runs_commands_that_can_be_undone_with_the_keyboard_alone() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");

            visit.command("plan");
            assertThat(visit.page().getByText("The week is planned")).isVisible();
            assertThat(visit.page().locator("body")).hasAttribute("data-planned", "yes");
            visit.button("Undo").focus();
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().getByText("Undone")).isVisible();
            assertThat(visit.page().locator("body[data-planned]")).hasCount(0);
        }
    }

    @Test
    void reaches_everything_from_the_first_tab_on() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/");

            visit.page().locator("body").press("Tab");
            assertThat(visit.page().getByText("Skip to the page")).isFocused();
            visit.page().keyboard().press("Enter");
            assertThat(visit.page().locator("main")).isFocused();
            visit.link("Visits").focus();
            visit.page().keyboard().press("Enter");

            assertThat(visit.heading("Visits 1.0.0")).isVisible();
            assertThat(visit.page().locator("main")).isFocused();
        }
    }

    @Test
    void leaves_nothing_behind_after_a_hundred_changes() {
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/visits");
            CDPSession tools = visit.page().context().newCDPSession(visit.page());
            change(visit, 10);
            int before = nodes(visit, tools);

            change(visit, CHANGES);

            assertThat(nodes(visit, tools) - before).isLessThan(CHANGES);
        }
    }

    @Test
    void leaves_nothing_behind_after_a_hundred_real_updates() {
        ModuleJar newer = VisitsModule.version("1.1.0");
        try (Visit visit = new Visit(Look.DESK)) {
            visit.open("/app/visits");
            visit.page().evaluate("window.marker = 'still here'");
            CDPSession tools = visit.page().context().newCDPSession(visit.page());
            swap(visit, 4, newer);
            int before = nodes(visit, tools);

            swap(visit, CHANGES, newer);

            assertThat(nodes(visit, tools)).isLessThanOrEqualTo(before + SLACK);
            assertThat(visit.page().evaluate("window.marker")).isEqualTo("still here");
        }
    }

    /** Updates the module and rolls it back, in turn, until that many changes are shown. */
    private void swap(Visit visit, int changes, ModuleJar newer) {
        IntStream.range(0, changes / 2).forEach(i -> {
            assertThat(office.update(newer).status()).isEqualTo(200);
            assertThat(visit.heading("Visits 1.1.0")).isVisible();
            assertThat(office.admin()
                            .post("/api/v1/modules/visits/rollback", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(visit.heading("Visits 1.0.0")).isVisible();
        });
    }

    /** Takes the module away and brings it back, as the page hears of it. */
    private static void change(Visit visit, int times) {
        visit.page()
                .evaluate(
                        """
                        async times => {
                          const {screens} = document.querySelector('cl-app').shared;
                          const {shell, bundles} = await (await fetch('/api/v1/screens')).json();
                          for (let i = 0; i < times; i++) {
                            screens.take({shell, bundles: bundles.filter(each => !each.bundle.includes('visits'))});
                            document.querySelector('cl-outlet').leave();
                            await new Promise(done => setTimeout(done));
                            screens.take({shell, bundles});
                            await new Promise(done => setTimeout(done, 5));
                          }
                        }""",
                        times);
        assertThat(visit.heading("Visits 1.0.0")).isVisible();
    }

    /** Of a page at rest: the least of several looks, as what is being drawn or on its way holds more for a moment. */
    private static int nodes(Visit visit, CDPSession tools) {
        return IntStream.range(0, LOOKS).map(look -> look(visit, tools)).min().orElseThrow();
    }

    private static int look(Visit visit, CDPSession tools) {
        visit.page().waitForTimeout(BETWEEN_LOOKS_MILLIS);
        tools.send("HeapProfiler.collectGarbage");
        JsonObject counters = tools.send("Memory.getDOMCounters");
        return counters.get("nodes").getAsInt()
                + counters.get("jsEventListeners").getAsInt();
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#all")
    void are_usable_by_everybody_in_every_look(Look look) {
        try (Visit visit = new Visit(look)) {
            visit.open("/app/");
            assertThat(visit.page().locator("cl-contributions h2")).isVisible();
            visit.check("widget");

            if (look.width() < 500) {
                visit.page().locator(".bottom button").click();
                assertThat(visit.page().locator(".side.open")).isVisible();
                visit.check("drawer");
                visit.page()
                        .locator(".veil")
                        .click(new com.microsoft.playwright.Locator.ClickOptions().setPosition(380, 400));
            } else {
                visit.page()
                        .getByRole(AriaRole.NAVIGATION)
                        .first()
                        .getByRole(AriaRole.BUTTON)
                        .last()
                        .click();
                assertThat(visit.page().getByRole(AriaRole.MENU)).isVisible();
                visit.check("menu");
                visit.page().keyboard().press("Escape");
            }
            visit.page().locator("a[href='/app/visits']:visible").click();
            assertThat(visit.heading("Visits 1.0.0")).isVisible();
            visit.check("page");

            uninstall();
            assertThat(visit.page().locator("cl-outlet.page > cl-empty")).isVisible();
            visit.check("away");
        }
    }
}
