package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens of customers in all their states, in both languages, themes and widths. */
class CustomersInEveryLookIT {
    private static final int MORE_THAN_FIT = 40;

    @ParameterizedTest
    @MethodSource("io.clientele.itests.Browser$Look#each")
    void are_usable_by_everybody(Look look) {
        String word = SalesDayIT.unique();
        String id = SalesDayIT.add(word);
        try (Desk desk = new Desk(look)) {
            list(desk);
            customer(desk, id);
            desk.page.navigate("/app/customers/new");
            assertThat(desk.page.locator("cl-form")).isVisible();
            desk.check("new");
            files(desk, word);
        }
    }

    @Test
    void names_of_columns_stay_where_they_are_while_rows_go_by() {
        Api admin = Servers.admin(TestDatabase.H2);
        IntStream.range(0, MORE_THAN_FIT)
                .forEach(i -> admin.post("/api/v1/customers", Map.of("kind", "person", "name", "Ladder " + i)));
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/customers?filter=name==ladder*");
            Locator row = desk.page.locator("cl-list #r0");
            assertThat(row).isVisible();
            Locator head = desk.page.locator("cl-list .head");
            double before = head.boundingBox().y;

            row.hover();
            desk.page.mouse().wheel(0, 200);

            desk.page.waitForCondition(() -> row.boundingBox().y < before);
            Assertions.assertThat(head.boundingBox().y).isEqualTo(before);
        }
    }

    private static void list(Desk desk) {
        desk.page.navigate("/app/customers?filter=address.city==上海;status==prospect");
        assertThat(desk.rows().first()).isVisible();
        desk.check("list");
        desk.rows().first().locator("input[type=checkbox]").click();
        assertThat(desk.page.getByRole(AriaRole.TOOLBAR)).isVisible();
        desk.check("bulk");
        desk.button("view.save").click();
        assertThat(desk.page.locator("cl-form")).isVisible();
        desk.check("save");
        desk.page.keyboard().press("Escape");
        desk.button("list.columns").click();
        assertThat(desk.page.locator("ol.columns")).isVisible();
        desk.check("columns");
    }

    private static void customer(Desk desk, String id) {
        desk.page.navigate("/app/customers/" + id);
        assertThat(desk.page.locator(".composer")).isVisible();
        desk.check("customer");
        desk.tab(desk.text("tab.purchases")).click();
        assertThat(desk.page.locator(".panel cl-empty")).isVisible();
        desk.check("purchases");
        desk.tab(desk.text("tab.history")).click();
        assertThat(desk.page.locator(".panel cl-timeline")).isVisible();
        desk.check("history");
        desk.page.locator(".relate-open").click();
        assertThat(desk.page.locator(".relate input").first()).isFocused();
        desk.check("relate");
        desk.page.keyboard().press("Escape");
        desk.page.keyboard().press("e");
        assertThat(desk.page.locator("dialog[open]")).isVisible();
        desk.check("edit");
    }

    private static void files(Desk desk, String word) {
        desk.page.navigate("/app/imports");
        assertThat(desk.page.locator(".drop")).isVisible();
        desk.check("import");
        byte[] file = ("id,name,email\n" + word + ",Ada,ada@example.com\n").getBytes(UTF_8);
        desk.page.locator("input[type=file]").setInputFiles(new FilePayload("customers.csv", "text/csv", file));
        assertThat(desk.page.locator("table.mapping")).isVisible();
        desk.check("mapping");
        desk.button("import.try").click();
        assertThat(desk.page.getByText(desk.text("import.trial"))).isVisible();
        desk.check("trial");
    }
}
