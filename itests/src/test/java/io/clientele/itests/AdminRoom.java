package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/** An administrator in front of a window, and what the browser complained about meanwhile. */
final class AdminRoom implements AutoCloseable {
    final Page page;
    private final Look look;
    private final BrowserContext window;
    private final List<String> said = new ArrayList<>();

    /** Signs the administrator in. */
    AdminRoom(Look look) {
        this.look = look;
        Server server = Servers.on(TestDatabase.H2);
        window = Browser.window(server, look);
        page = window.newPage();
        page.onPageError(said::add);
        page.navigate("/app/");
        page.locator("#login").fill("admin");
        page.locator("#password").fill(server.firstPassword());
        page.locator("cl-sign-in button.primary").click();
        assertThat(page.locator("cl-app h1")).isVisible();
    }

    void open(String path) {
        page.navigate("/app/admin/" + path);
        assertThat(page.locator("cl-page h1")).isVisible();
        assertThat(page.locator("cl-page cl-skeleton")).hasCount(0);
    }

    /** Another page of the same browser. */
    Page another(String address) {
        Page other = window.newPage();
        other.onPageError(said::add);
        other.navigate(address);
        return other;
    }

    /** Uploads an archive, as if it had been picked in the browser's own dialog. */
    void bring(byte[] archive) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("module.jar", "application/java-archive", archive));
        assertThat(page.locator("dialog[open]")).isVisible();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A button of the dialog that is open. */
    Locator inDialog(String name) {
        return page.locator("cl-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** An entry of the menu that is open. */
    Locator choice(String name) {
        return page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    Locator text(String part) {
        return page.getByText(part);
    }

    Locator row(String part) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(part));
    }

    /** Takes a picture of what is shown, and expects that everybody can use it. */
    void check(String state) {
        Browser.picture(page, "admin-" + state + "-" + look);
        assertThat(Browser.findings(page)).as(state).isEmpty();
        assertThat(said).as(state).isEmpty();
        Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth");
        assertThat(wide).as(state + " scrolls sideways").isEqualTo(false);
    }

    @Override
    public void close() {
        window.close();
    }
}
