package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody in front of a window, and what the browser complained about meanwhile. */
final class Visit implements AutoCloseable {
    static final String CLERKS_PASSWORD = "a good long phrase";

    private final Look look;
    private final Server server;
    private final BrowserContext window;
    private final Page page;
    private final List<String> said = new ArrayList<>();

    Visit(Look look) {
        this(look, Servers.on(TestDatabase.H2));
    }

    Visit(Look look, Server server) {
        this(look, server, Browser.window(server, look));
    }

    /** In a browser that keeps pages which were left. */
    static Visit thatKeepsPages(Look look) {
        Server server = Servers.on(TestDatabase.H2);
        return new Visit(look, server, Browser.keepingWindow(server, look));
    }

    /** On a screen that is touched. */
    static Visit byTouch(Look look) {
        Server server = Servers.on(TestDatabase.H2);
        return new Visit(look, server, Browser.touchedWindow(server, look));
    }

    private Visit(Look look, Server server, BrowserContext window) {
        this.look = look;
        this.server = server;
        this.window = window;
        page = window.newPage();
        page.onConsoleMessage(message -> {
            // The browser itself reports refused requests, which asking who is signed in is meant to be.
            if (!message.text().startsWith("Failed to load resource")) {
                said.add(message.type() + " " + message.text());
            }
        });
        page.onPageError(said::add);
    }

    /** Adds a user who works with customers. */
    static void clerk(String login) {
        Map<String, Object> clerk = Map.of(
                "login",
                login,
                "name",
                "Clerk",
                "roles",
                List.of("agent"),
                "password",
                CLERKS_PASSWORD,
                "active",
                true);
        assertThat(Servers.admin(TestDatabase.H2).post("/api/v1/users", clerk).status())
                .isEqualTo(201);
    }

    Page page() {
        return page;
    }

    /** What the browser wrote to its console. */
    List<String> said() {
        return said;
    }

    /** Signs in as the administrator, and waits for the page at a path. */
    void open(String path) {
        page.navigate(path);
        signIn();
        assertThat(page.locator("cl-app h1")).isVisible();
    }

    /** As the administrator. */
    void signIn() {
        signIn("admin", server.firstPassword());
    }

    void signIn(String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("cl-sign-in button.primary").click();
    }

    /** Finds a command by its words and runs it, with the keyboard alone. */
    void command(String words) {
        page.keyboard().press("Control+k");
        page.keyboard().type(words);
        page.keyboard().press("Enter");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** Expects that this state of the page hinders nobody and broke no rule, and leaves a picture of it. */
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
