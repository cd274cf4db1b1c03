package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people, programs, files and modules write is shown as words and never runs, on every page and in every field. */
class PayloadsIT {
    private static final List<String> ROOM = List.of(
            "modules",
            "modules/changes",
            "modules/installed/payloads",
            "feeds",
            "people",
            "people/teams",
            "people/roles",
            "tokens",
            "audit",
            "webhooks",
            "imports",
            "system");

    /** A busy machine answers sixty lists in its time. */
    private static final LocatorAssertions.IsVisibleOptions PATIENT =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    private static Server server;
    private static Payloads payloads;
    private static String customer;

    @BeforeAll
    static void plant() {
        server = Server.start(TestDatabase.H2);
        ModuleOffice office = ModuleOffice.on(server);
        payloads = Payloads.on(office.admin());
        assertThat(office.install(payloads.module()).status()).isEqualTo(200);
        customer = payloads.plant();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Somebody whose browser tells if one of the texts runs, or opens a window of its own. */
    private static Visit visit() {
        Visit visit = new Visit(Look.DESK, server);
        visit.page().addInitScript("Object.defineProperty(window, 'xss', {set() { console.error('a payload ran'); }})");
        visit.page().onDialog(dialog -> {
            visit.said().add("dialog " + dialog.message());
            dialog.dismiss();
        });
        return visit;
    }

    @Test
    void notices_a_payload_that_runs() {
        try (Visit visit = visit()) {
            visit.open("/app/");
            visit.page().evaluate("window.xss = 1");
            visit.page().evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.xss=1>')");

            visit.page().waitForCondition(() -> visit.said().stream().anyMatch(said -> said.contains("a payload ran")));
            visit.page().waitForCondition(() -> visit.said().stream()
                    .anyMatch(said -> said.contains("Content Security Policy")));
        }
    }

    @Test
    void shows_them_as_words_in_lists_and_everywhere_around_a_customer() {
        try (Visit visit = visit()) {
            visit.open("/app/customers");
            Page page = visit.page();
            assertThat(page.locator("cl-list .row").first()).isVisible();
            page.keyboard().press("Control+k");
            page.keyboard().type("alert");
            assertThat(page.getByRole(AriaRole.OPTION)).not().hasCount(0);
            page.keyboard().press("Escape");

            page.navigate("/app/customers/" + customer);
            assertThat(page.locator("cl-timeline")).containsText("window.xss=1");
            more(page);
            for (String tab : List.of("Purchases", "Changes")) {
                page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab))
                        .click();
                assertThat(page.locator(".panel")).containsText("window.xss=1");
                more(page);
            }
            visit.button("Edit").click();
            assertThat(page.locator("cl-form")).isVisible();
            assertThat(visit.said()).isEmpty();
        }
    }

    private static void more(Page page) {
        Locator more = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more"));
        if (more.count() > 0) {
            more.first().click();
        }
    }

    @Test
    void shows_them_as_words_in_the_administrators_room() {
        try (Visit visit = visit()) {
            visit.open("/app/payloads");
            for (String page : ROOM) {
                visit.page().navigate("/app/admin/" + page);
                assertThat(visit.page().locator("cl-page h1")).isVisible();
                assertThat(visit.page().locator("cl-page cl-skeleton")).hasCount(0);
            }
            visit.page().navigate("/app/admin/people");
            visit.page().getByText("Edit").first().click();
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(visit.said()).isEmpty();
        }
    }

    @Test
    void shows_them_as_words_in_files_that_wait_to_be_imported() {
        try (Visit visit = visit()) {
            visit.open("/app/imports");
            assertThat(visit.page().locator("tbody tr").first()).isVisible();
            int files = visit.page().locator("tbody tr").count();
            for (int i = 0; i < files; i++) {
                visit.page().navigate("/app/imports");
                visit.page().locator("tbody tr button").nth(i).click();
                assertThat(visit.page().locator("table.mapping")).isVisible();
            }

            assertThat(files).isPositive();
            assertThat(visit.said()).isEmpty();
        }
    }

    @Test
    void takes_them_as_words_wherever_something_is_typed() {
        try (Visit visit = visit()) {
            visit.open("/app/customers");
            Page page = visit.page();
            page.getByText("As text").click();
            for (String text : payloads.texts()) {
                page.locator("cl-filter textarea").fill(text);
                page.keyboard().press("Enter");
                page.locator("input[type=search]").fill(text);
            }
            assertThat(page.locator("cl-filter .problem")).isVisible(PATIENT);
            form(page, "/app/customers/new", "Add the customer");
            form(page, "/app/customers/" + customer, "Record");
            form(page, "/app/admin/audit", "Check the chain");
            dialog(page, "/app/admin/people", "New user", "Add");
            dialog(page, "/app/admin/people/teams", "New team", "Add");
            dialog(page, "/app/admin/tokens", "New token", "Make token");
            dialog(page, "/app/admin/webhooks", "New webhook", "Add");
            dialog(page, "/app/customers", "Save as a view", "Save");
            assertThat(visit.said()).isEmpty();
        }
    }

    /** Types each text into each field of a page, and sends it. */
    private static void form(Page page, String path, String send) {
        page.navigate(path);
        assertThat(page.locator("cl-page h1")).isVisible();
        type(page.locator("cl-page"), send);
    }

    private static void dialog(Page page, String path, String open, String send) {
        page.navigate(path);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(open))
                .first()
                .click();
        assertThat(page.locator("dialog[open]")).isVisible();
        type(page.locator("cl-dialog"), send);
    }

    private static void type(Locator around, String send) {
        Locator button = around.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(send))
                .last();
        assertThat(button).isVisible();
        Locator fields = around.locator(
                "input:visible:not([type=checkbox]):not([type=date]):not([type=datetime-local]):not([type=file]), textarea:visible");
        for (int i = 0; i < fields.count(); i++) {
            for (String text : payloads.texts()) {
                fields.nth(i).fill(text);
            }
        }
        button.click();
    }
}
