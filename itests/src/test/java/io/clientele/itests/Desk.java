package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody who works with customers in a window of their own, in their language. */
final class Desk implements AutoCloseable {
    private static final String TEXTS = "src/main/resources/META-INF/clientele/web/texts";

    final Page page;
    private final Look look;
    private final String name;
    private final BrowserContext window;
    private final JsonNode texts;
    private final List<String> said = new ArrayList<>();

    /** Signs the administrator in, to work with customers. */
    Desk(Look look) {
        this(look, "bundles/web/customers");
    }

    /** Signs the administrator in, to work with the screens of a bundle. */
    Desk(Look look, String bundle) {
        this(look, bundle, "admin", Servers.on(TestDatabase.H2).firstPassword());
    }

    /** Signs a user in, to work with the screens of a bundle. */
    Desk(Look look, String bundle, String login, String password) {
        Path folder = Path.of(System.getProperty("clientele.root"), bundle);
        this.look = look;
        this.name = folder.getFileName().toString();
        this.texts = read(folder.resolve(TEXTS).resolve(look.locale().startsWith("zh") ? "zh.json" : "en.json"));
        Server server = Servers.on(TestDatabase.H2);
        window = Browser.window(server, look);
        page = window.newPage();
        page.onPageError(said::add);
        page.navigate("/app/customers");
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("cl-sign-in button.primary").click();
        assertThat(page.locator("cl-app")).isVisible();
    }

    private static JsonNode read(Path file) {
        try {
            return Api.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the screens call {@code key}. */
    String text(String key) {
        JsonNode text = texts.get(key);
        assertThat(text).as(key).isNotNull();
        return text.asText();
    }

    Locator button(String key) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text(key)).setExact(true));
    }

    /** The field that is called {@code key}. */
    Locator field(String key) {
        return page.getByLabel(text(key), new Page.GetByLabelOptions().setExact(true));
    }

    /** Finds a command by its words and runs it, with the keyboard alone. */
    void command(String words) {
        page.keyboard().press("Control+k");
        page.keyboard().type(words);
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText(words);
        page.keyboard().press("Enter");
    }

    Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    Locator rows() {
        return page.locator("cl-list .row");
    }

    /** Shows the list of the customers that words find. */
    void search(String words) {
        page.navigate("/app/customers");
        page.locator("input[type=search]").fill(words);
        // Until then the list is that of all, and begins anew.
        page.waitForURL(url -> url.contains("q="));
    }

    /** Takes a picture of what is shown, and expects that everybody can use it. */
    void check(String state) {
        Browser.picture(page, name + "-" + state + "-" + look);
        assertThat(Browser.findings(page)).as(state).isEmpty();
        assertThat(said).as(state).isEmpty();
    }

    @Override
    public void close() {
        window.close();
    }
}
