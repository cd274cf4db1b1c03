package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who works with a finger, on a phone or a tablet. */
class TouchIT {
    private static final int PHONE = 390;

    /** Fields and buttons that are seen and lower than a fingertip is wide; the heads of tables are as high as a row. */
    private static final String TOO_SMALL =
            """
            () => {
              const found = [];
              const look = (root) => {
                for (const each of root.querySelectorAll('*')) {
                  if (each.shadowRoot) look(each.shadowRoot);
                  const isControl = !each.closest('[role=columnheader]') && each.matches('button, .button, select, textarea, summary, input:not([type=checkbox], [type=radio], [type=file])');
                  const {height} = each.getBoundingClientRect();
                  if (isControl && height > 2 && height < 44 && each.checkVisibility({visibilityProperty: true})) {
                    found.push(`${each.localName}.${each.className} ${height} ${each.ariaLabel ?? each.textContent.trim()}`);
                  }
                }
              };
              look(document);
              return found;
            }""";

    private static String customer(String name) {
        Map<String, Object> customer = Map.of(
                "kind",
                "person",
                "name",
                name,
                "contactPoints",
                List.of(Map.of("kind", "email", "value", "a".repeat(60) + "@" + "example.".repeat(6) + "com")));
        return Servers.admin(TestDatabase.H2)
                .post("/api/v1/customers", customer)
                .text("id");
    }

    private static Visit visit(int width) {
        return Visit.byTouch(new Look("en", ColorScheme.LIGHT, width, 844));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, 1024})
    void meets_everything_with_a_fingertip(int width) {
        String id = customer("Fay Finger");
        try (Visit visit = visit(width)) {
            visit.open("/app/customers?filter=status==prospect");
            assertThat(visit.page().locator("cl-filter .pill")).isVisible();
            assertThat(found(visit)).isEmpty();

            for (String page : List.of(id, "new")) {
                visit.page().navigate("/app/customers/" + page);
                assertThat(visit.page().locator("cl-page :is(.composer, cl-form)"))
                        .isVisible();
                assertThat(found(visit)).as(page).isEmpty();
            }
            visit.check("touch-new");
        }
    }

    private static List<?> found(Visit visit) {
        return (List<?>) visit.page().evaluate(TOO_SMALL);
    }

    @Test
    void reads_a_long_name_and_a_long_address_to_their_ends() {
        String name = "Maximiliane-Alexandrina von und zu Hohenstein-Rudolstadt";
        try (Visit visit = visit(PHONE)) {
            visit.open("/app/customers/" + customer(name));

            assertThat(visit.heading(name)).isVisible();
            assertThat(visit.page()
                            .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name))
                            .evaluate("heading => heading.scrollWidth > heading.clientWidth"))
                    .isEqualTo(false);
            assertThat(visit.page()
                            .locator(".points .value")
                            .first()
                            .evaluate("line => line.scrollWidth > line.clientWidth"))
                    .isEqualTo(false);
            visit.check("long-name");
        }
    }
}
