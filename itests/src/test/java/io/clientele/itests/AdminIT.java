package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.ModuleJar;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The administrator's pages, as an administrator meets them. */
class AdminIT {
    @Test
    void swaps_a_module_by_hand_while_its_page_is_open_in_another_window() {
        ModuleOffice office = ModuleOffice.on(Servers.on(TestDatabase.H2));
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("modules");
            room.bring(office.signer().sign(PraiseModule.version("1.0.0").bytes()));
            assertThat(room.text("Adds the page praise")).isVisible();
            assertThat(room.text("Adds the path GET /api/v1/praise")).isVisible();
            assertThat(room.text("Adds the table praise_praise")).isVisible();
            assertThat(room.page.locator("svg.picture"))
                    .containsText(Pattern.compile("persistence.*rest.*shell", Pattern.DOTALL));
            room.check("plan");
            room.inDialog("Install").click();
            assertThat(room.text("praise is installed")).isVisible();
            room.inDialog("Close").last().click();

            Page reader = room.another("/app/praise");
            assertThat(reader.getByText("Praise 1.0.0")).isVisible();
            reader.evaluate("window.marker = 'still here'");
            room.bring(office.signer().sign(PraiseModule.version("1.1.0").bytes()));
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
    void reads_in_the_audit_what_was_and_what_it_became_in_words() {
        Api admin = Servers.admin(TestDatabase.H2);
        String id = admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Audited"))
                .text("id");
        List<Map<String, String>> points = List.of(
                Map.of("kind", "email", "value", "ada@example.com"), Map.of("kind", "phone", "value", "+442079460000"));
        admin.patch("/api/v1/customers/" + id, Map.of("status", "inactive", "contactPoints", points), "\"1\"");
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("audit");
            room.page.getByLabel("What or on what").fill("Customer changed");
            Locator row = room.row(id).first();
            assertThat(row.locator("th")).hasText("Customer changed");
            assertThat(row.locator("del").first()).hasText("Prospect");
            assertThat(row.locator("ins").first()).hasText("Inactive");
            assertThat(row).not().containsText("{");

            row.locator("summary").focus();
            room.page.keyboard().press("Enter");

            assertThat(row.getByText("ada@example.com")).isVisible();
            room.check("audit-open");
        }
    }

    @Test
    void finds_in_the_audit_who_did_what_and_checks_its_chain() {
        try (AdminRoom room = new AdminRoom(Look.DESK)) {
            room.open("audit");
            room.page.getByLabel("What or on what").fill("sessionbegun");
            assertThat(room.row("Signed in").first()).isVisible();
            assertThat(room.row("User added")).hasCount(0);
            room.page.getByLabel("What or on what").fill("user added");
            assertThat(room.row("User added").first()).containsText("Login");
            assertThat(room.row("Signed in")).hasCount(0);
            room.page.getByLabel("By whom").fill("nobody at all");
            assertThat(room.text("No entry matches")).isVisible();
            room.button("Check the chain").click();
            assertThat(room.text("The chain is whole")).isVisible();
        }
    }
}
