package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody who works where there is no connection. */
class OfflineIT {
    private static final String WAITING =
            """
            async () => {
              const database = await new Promise((done, failed) => {
                const request = indexedDB.open('cl-outbox', 1);
                request.onsuccess = () => done(request.result);
                request.onerror = () => failed(request.error);
              });
              const items = database.transaction('items').objectStore('items').getAll();
              await new Promise((done) => (items.onsuccess = done));
              database.close();
              return items.result.map((item) => item.owner).join();
            }""";

    private static final String KEPT =
            "caches.keys().then((names) => names.filter((name) => name.startsWith('cl-read')).length)";
    private static final String READ =
            "url => fetch(url).then((answer) => answer.headers.get('X-Clientele-Offline') + ' ' + answer.status, () => 'no connection')";

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);

    private final Api admin = Servers.admin(TestDatabase.H2);

    private String customer(String name) {
        return admin.post("/api/v1/customers", Map.of("kind", "person", "name", name))
                .text("id");
    }

    /** A window with a customer that was read, and no connection any more. */
    private static Visit away(Look look, String id) {
        Visit visit = new Visit(look);
        visit.page().navigate("/app/customers/" + id);
        visit.signIn();
        assertThat(visit.page().locator(".composer")).isVisible();
        assertThat(visit.page()
                        .evaluate("navigator.serviceWorker.ready.then((worker) => worker.active.scriptURL)")
                        .toString())
                .endsWith("/worker.js");
        visit.page().reload();
        assertThat(visit.page().locator(".composer")).isVisible();
        visit.page().context().setOffline(true);
        return visit;
    }

    private static void note(Visit visit, String text) {
        visit.page().locator(".composer textarea").fill(text);
        visit.page().locator(".composer button.primary").click();
        assertThat(visit.page().locator(".composer textarea")).hasValue("");
    }

    private static Locator count(Visit visit) {
        return visit.page().locator("cl-outbox button.count");
    }

    private int notes(String id) {
        return admin.get("/api/v1/customers/" + id + "/interactions")
                .body()
                .path("items")
                .size();
    }

    @Test
    void reads_a_customer_and_sends_each_note_once_when_there_is_a_connection_again() {
        String id = customer("Ada Offline");
        try (Visit visit = away(Look.DESK, id)) {
            visit.page().reload();
            assertThat(visit.page().locator("h1")).hasText("Ada Offline");
            note(visit, "Met on the train");
            note(visit, "Wants an offer");
            visit.page().reload();
            assertThat(count(visit)).hasText("2 wait to be sent");
            assertThat(notes(id)).isZero();

            visit.page().context().setOffline(false);

            assertThat(count(visit)).hasCount(0);
            assertThat(visit.page().locator("cl-timeline")).containsText("Met on the train", PATIENTLY);
            assertThat(notes(id)).isEqualTo(2);
        }
    }

    @Test
    void keeps_what_the_server_does_not_take_and_says_why() {
        String id = customer("Grace Erased");
        try (Visit visit = away(Look.DESK, id)) {
            note(visit, "Promised a visit");
            assertThat(admin.post("/api/v1/customers/" + id + "/erasure", Map.of())
                            .status())
                    .isLessThan(300);

            visit.page().context().setOffline(false);

            assertThat(count(visit)).hasText("1 was not taken", new HasTextOptions().setTimeout(30_000));
            count(visit).click();
            assertThat(visit.page().locator("cl-outbox")).containsText("Promised a visit");
            visit.check("outbox-refused");
            visit.button("Throw away").click();
            assertThat(visit.page().getByText("Everything is sent.")).isVisible();
            assertThat(visit.page().evaluate(WAITING)).isEqualTo("");
        }
    }

    @Test
    void sends_nothing_of_somebody_else() {
        String id = customer("Katherine Shared");
        String login = FirstHourIT.unique("colleague");
        Visit.clerk(login);
        try (Visit visit = away(Look.DESK, id)) {
            note(visit, "Mine alone");
            String owner = String.valueOf(visit.page().evaluate(WAITING));
            visit.page().context().clearCookies();
            visit.page().context().setOffline(false);
            visit.page().navigate("/app/");
            visit.signIn(login, Visit.CLERKS_PASSWORD);
            assertThat(visit.page().locator("cl-app .live.on")).isVisible();

            assertThat(count(visit)).hasCount(0);
            assertThat(notes(id)).isZero();
            assertThat(visit.page().evaluate(WAITING)).isEqualTo(owner);
        }
    }

    @Test
    void shows_nothing_of_who_was_there_before() {
        String url = "/api/v1/customers/" + customer("Joan Private");
        String login = FirstHourIT.unique("next");
        Visit.clerk(login);
        try (Visit visit = away(Look.DESK, url.substring(url.lastIndexOf('/') + 1))) {
            assertThat(visit.page().evaluate(READ, url)).isEqualTo("true 200");
            visit.page().context().setOffline(false);
            endSessionElsewhere(visit);
            visit.page().navigate("/app/");
            assertThat(visit.page().locator("#login")).isVisible();
            assertThat(visit.page().evaluate(KEPT)).isEqualTo(0);
            visit.signIn(login, Visit.CLERKS_PASSWORD);
            assertThat(visit.page().locator("cl-app .live.on")).isVisible();
            assertThat(visit.page().evaluate(READ, "/api/v1/session")).isEqualTo("null 200");

            visit.page().context().setOffline(true);

            assertThat(visit.page().evaluate(READ, url)).isEqualTo("no connection");
            assertThat(visit.page().evaluate(READ, "/api/v1/session")).isEqualTo("true 200");
        }
    }

    @Test
    void forgets_what_was_read_when_somebody_signs_out_of_a_page_that_was_loaded_past_the_worker() {
        try (Visit visit = away(Look.DESK, customer("Mary Gone"))) {
            visit.page().context().setOffline(false);
            JsonObject past = new JsonObject();
            past.addProperty("ignoreCache", true);
            visit.page().context().newCDPSession(visit.page()).send("Page.reload", past);
            visit.page().waitForFunction("!navigator.serviceWorker.controller");
            assertThat(visit.page().locator("cl-app .live.on")).isVisible();
            assertThat(visit.page().evaluate(KEPT)).isEqualTo(1);

            visit.page().locator("cl-menu.user .who").click();
            visit.page()
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            assertThat(visit.page().locator("#login")).isVisible();
            assertThat(visit.page().evaluate(KEPT)).isEqualTo(0);
        }
    }

    @Test
    void keeps_what_was_read_by_a_user_who_signs_in_again_above_the_page() {
        String id = customer("Ruth Back");
        try (Visit visit = away(Look.DESK, id)) {
            visit.page().context().setOffline(false);
            assertThat(visit.page().locator("cl-app .live.on")).isVisible();
            endSessionElsewhere(visit);
            visit.link("Home").click();
            assertThat(visit.page().locator("#login")).isVisible();
            visit.signIn();
            assertThat(visit.page().locator("#login")).hasCount(0);
            assertThat(visit.page().evaluate(READ, "/api/v1/session")).isEqualTo("null 200");

            visit.page().context().setOffline(true);

            assertThat(visit.page().evaluate(READ, "/api/v1/customers/" + id)).isEqualTo("true 200");
        }
    }

    /** As by a time-out: this browser is not told. */
    private static void endSessionElsewhere(Visit visit) {
        Cookie session = visit.page().context().cookies().stream()
                .filter(cookie -> cookie.httpOnly)
                .findFirst()
                .orElseThrow();
        assertThat(new Api(Servers.on(TestDatabase.H2), session.value)
                        .send("DELETE", "/api/v1/session", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#all")
    void is_usable_by_everybody_in_every_look(Look look) {
        try (Visit visit = away(look, customer("Mary Away"))) {
            note(visit, "Called back");
            visit.check("offline");
            if (look.width() < 500) {
                visit.page().locator(".bottom button").click();
            }
            count(visit).click();
            assertThat(visit.page().locator("cl-outbox")).containsText("Called back");
            visit.check("outbox");
        }
    }
}
