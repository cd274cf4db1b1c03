package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.clientele.itests.Browser.Look;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The administrator's pages and the dialogs that make something new, in both languages, themes and widths. */
class AdminInEveryLookIT {
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

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void are_usable_by_everybody_in_every_look(Look look) {
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
}
