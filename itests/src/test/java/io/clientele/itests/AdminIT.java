package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The administrator's pages, as an administrator meets them. */
class AdminIT {
    private static final List<String> PAGES = List.of(
            "modules",
            "modules/available",
            "modules/changes",
            "feeds",
            "people",
            "people/teams",
            "people/roles",
            "tokens",
            "audit",
            "webhooks",
            "imports",
            "system");

    @Test
    void swaps_a_module_by_hand_while_its_page_is_open_in_another_window() {
        ModuleOffice office = ModuleOffice.on(Servers.on(TestDatabase.H2));
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("modules");
            room.bring(office.signer().sign(praise("1.0.0").bytes()));
            assertThat(room.text("Adds the page praise")).isVisible();
            assertThat(room.text("Adds the path GET /api/v1/praise")).isVisible();
            assertThat(room.text("Adds the table praise_praise")).isVisible();
            assertThat(room.page.locator("svg.picture"))
                    .containsText(Pattern.compile(
                            "libraries.*persistence.*rest|persistence.*rest.*Libraries", Pattern.DOTALL));
            room.check("plan");
            room.inDialog("Install").click();
            assertThat(room.text("praise is installed")).isVisible();
            room.inDialog("Close").last().click();

            Page reader = room.another("/app/praise");
            assertThat(reader.getByText("Praise 1.0.0")).isVisible();
            reader.evaluate("window.marker = 'still here'");
            room.bring(office.signer().sign(praise("1.1.0").bytes()));
            room.inDialog("Update").click();
            assertThat(room.text("praise is updated")).isVisible();
            room.inDialog("Close").last().click();
            assertThat(reader.getByText("Praise 1.1.0")).isVisible();
            assertThat(reader.evaluate("window.marker")).isEqualTo("still here");

            room.open("modules/installed/praise");
            room.button("Roll back").click();
            room.inDialog("Roll back").click();
            assertThat(room.text("back at the version before")).isVisible();
            room.inDialog("Close").last().click();
            assertThat(reader.getByText("Praise 1.0.0")).isVisible();
            removeWithData(room);
            assertThat(reader.getByText("comes back by itself")).isVisible();
        }
    }

    private static void removeWithData(AdminRoom room) {
        room.button("Uninstall").click();
        assertThat(room.text("Keeps the data in praise_praise")).isVisible();
        room.inDialog("Uninstall").click();
        assertThat(room.text("Its data is kept")).isVisible();
        room.inDialog("Close").last().click();

        room.button("Delete data").click();
        assertThat(room.text("1 row will be lost for good")).isVisible();
        assertThat(room.inDialog("Delete data")).isDisabled();
        room.page.getByLabel("Type praise to confirm").fill("praise");
        room.inDialog("Delete data").click();
        assertThat(room.text("The data of praise is deleted")).isVisible();
    }

    @Test
    void says_why_an_update_was_taken_back() {
        ModuleOffice office = ModuleOffice.on(Servers.on(TestDatabase.H2));
        office.install(NotesModule.version("1.0.0"));
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("modules");
            ModuleJar bad = NotesModule.activating(
                    NotesModule.version("1.1.0"), "throw new IllegalStateException(\"no such luck\");");
            room.bring(office.signer().sign(bad.bytes()));
            room.inDialog("Update").click();

            assertThat(room.text("all is as before")).isVisible();
            assertThat(office.served()).isEqualTo("1.0.0");
            room.inDialog("Cancel").click();
            room.open("modules/changes");
            assertThat(room.text("Taken back").first()).isVisible();
        } finally {
            office.change("uninstall");
        }
    }

    @Test
    void adds_a_user_keeps_them_out_and_takes_that_back() {
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("people");
            room.button("New user").click();
            room.page.getByLabel("Name").fill("Grace Hopper");
            room.page.getByLabel("Login").fill("grace");
            room.page.locator("input[name=password]").fill("short");
            room.inDialog("Add").click();
            assertThat(room.page.locator(".fault")).isVisible();
            room.page.locator("input[name=password]").fill("lorry-harbour-9-violet");
            room.inDialog("Add").click();
            assertThat(room.text("Grace Hopper is added")).isVisible();

            room.button("More for Grace Hopper").click();
            room.choice("Deactivate").click();
            assertThat(room.text("Grace Hopper may not sign in any more")).isVisible();
            room.button("Undo").last().click();
            assertThat(room.row("Grace Hopper").locator("cl-pill[tone=good]")).isVisible();
        }
    }

    @Test
    void shows_a_token_once_and_revokes_it() {
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("tokens");
            room.button("New token").first().click();
            room.page.getByLabel("Name").fill("nightly export");
            room.inDialog("Make token").click();
            String secret = room.page.locator(".secret").textContent();
            Api program = new Api(Servers.on(TestDatabase.H2), secret);
            assertThat(program.get("/api/v1/session").status()).isEqualTo(200);
            room.inDialog("I have kept it").click();

            room.button("Revoke nightly export").click();
            room.inDialog("Revoke").click();
            assertThat(room.row("nightly export")).hasCount(0);
            assertThat(program.get("/api/v1/session").status()).isEqualTo(401);
        }
    }

    @Test
    void finds_in_the_audit_who_did_what_and_checks_its_chain() {
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("audit");
            room.page.getByLabel("What or on what").fill("sessionbegun");
            assertThat(room.text("access.SessionBegun").first()).isVisible();
            assertThat(room.text("access.UserAdded")).hasCount(0);
            room.page.getByLabel("By whom").fill("nobody at all");
            assertThat(room.text("No entry matches")).isVisible();
            room.button("Check the chain").click();
            assertThat(room.text("The chain is whole")).isVisible();
        }
    }

    static Stream<Look> looks() {
        return Stream.of(
                Look.DESK,
                new Look("en", ColorScheme.DARK, 1280, 800),
                new Look("zh-CN", ColorScheme.LIGHT, 1280, 800),
                new Look("zh-CN", ColorScheme.DARK, 390, 844));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void is_usable_by_everybody_in_every_look(Look look) {
        try (AdminRoom room = new AdminRoom(look)) {
            for (String page : PAGES) {
                room.open(page);
                room.check(page.replace('/', '-'));
            }
            for (String page : List.of("people", "people/teams", "tokens", "webhooks")) {
                room.open(page);
                room.page.locator("cl-page > button.primary").click();
                assertThat(room.page.locator("dialog[open]")).isVisible();
                room.check(page.replace('/', '-') + "-new");
            }
        }
    }

    private static ModuleJar praise(String version) {
        return ModuleJar.of("praise", version)
                .header("Import-Package", "jakarta.ws.rs;version=\"[4,5)\",io.clientele.rest;version=\"[1,2)\"")
                .source(
                        "io.example.praise.Praise",
                        """
                        package io.example.praise;
                        import io.clientele.rest.Public;
                        import jakarta.ws.rs.GET;
                        import jakarta.ws.rs.Path;
                        import jakarta.ws.rs.Produces;
                        @Path("/api/v1/praise")
                        @Produces("application/json")
                        public class Praise {
                            @GET @Public public String all() { return "[]"; }
                        }""")
                .resource("io.example.praise.Praise")
                .entry(
                        "META-INF/clientele/screens.json",
                        """
                        {"api": 1, "name": {"en": "Praise"}, "contributions": [
                          {"kind": "page", "name": "praise", "path": "praise", "module": "praise.js", "icon": "heart",
                           "title": {"en": "Praise"}, "group": "customers", "order": 90}]}""")
                .entry(
                        "META-INF/clientele/web/praise.js",
                        """
                        import {Screen, html} from '@clientele/ui';
                        export default class Praise extends Screen {
                          render() { return html`<cl-page heading="Praise %s"></cl-page>`; }
                        }"""
                                .formatted(version))
                .entry(
                        "META-INF/clientele/migrations/V001__praise.sql",
                        "create table praise_praise (id int primary key);\ninsert into praise_praise values (1);");
    }
}
