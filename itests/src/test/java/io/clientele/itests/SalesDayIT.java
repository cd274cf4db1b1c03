package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.clientele.itests.Browser.Look;
import io.clientele.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The day of somebody who sells, in front of a browser. */
class SalesDayIT {
    private static final int ROW = 32;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    static Stream<Look> languages() {
        return Stream.of("en", "zh-CN").map(locale -> new Look(locale, ColorScheme.LIGHT, 1280, 800));
    }

    /** A word that no other test uses. */
    static String unique() {
        return "Zwirn" + (char) ('a' + COUNTER.getAndIncrement());
    }

    static String add(String name) {
        Map<String, Object> customer = Map.of(
                "kind", "organisation", "name", name, "contactPoints", List.of(Map.of("kind", "postal", "city", "上海")));
        return Servers.admin(TestDatabase.H2)
                .post("/api/v1/customers", customer)
                .text("id");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void finds_a_customer_and_notes_a_call_by_keyboard_alone(Look look) {
        String word = unique();
        String id = add(word + " Ltd");
        try (Desk desk = new Desk(look)) {
            assertThat(desk.rows().first()).isVisible();
            desk.page.keyboard().press("/");
            desk.page.keyboard().type(word);
            assertThat(desk.rows()).hasCount(1);
            desk.page.keyboard().press("ArrowDown");
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator("h1")).hasText(word + " Ltd");

            desk.page
                    .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(desk.text("note.call")))
                    .press("Enter");
            desk.page.keyboard().press("c");
            assertThat(desk.page.locator(".composer textarea")).isFocused();
            desk.page.keyboard().type("Wants twenty pumps");
            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("cl-timeline")).containsText("Wants twenty pumps");
            assertThat(desk.page.locator(".composer textarea")).hasValue("");
            desk.tab(desk.text("tab.history")).click();
            assertThat(desk.page.locator("cl-timeline")).containsText(desk.text("history.InteractionRecorded"));
        }
        assertThat(Servers.admin(TestDatabase.H2)
                        .get("/api/v1/customers/" + id + "/interactions")
                        .body()
                        .at("/items/0/kind")
                        .asText())
                .isEqualTo("call");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void changes_the_status_of_several_and_takes_it_back(Look look) {
        String word = unique();
        List<String> ids = List.of(add(word + " One"), add(word + " Two"));
        try (Desk desk = new Desk(look)) {
            desk.search(word);
            assertThat(desk.rows()).hasCount(2);
            desk.page.locator("cl-list .grid").focus();
            desk.page.keyboard().press("Control+a");
            desk.page
                    .getByRole(AriaRole.TOOLBAR)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(desk.text("bulk.status")))
                    .click();
            desk.page
                    .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(desk.text("status.archived")))
                    .click();

            assertThat(desk.rows().getByText(desk.text("status.archived"))).hasCount(2);
            desk.page.locator("cl-toasts button").first().click();

            assertThat(desk.rows().getByText(desk.text("status.prospect"))).hasCount(2);
        }
        assertThat(Servers.admin(TestDatabase.H2)
                        .get("/api/v1/customers/" + ids.get(0))
                        .text("status"))
                .isEqualTo("prospect");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void imports_a_file_of_another_encoding_after_a_trial(Look look) {
        String word = unique();
        String file = "编号;姓名;邮箱;城市\n" + word + "1;" + word + " 王小明;w@example.com;上海\n" + word + "2;" + word
                + " 张敏;not an address;北京\n";
        try (Desk desk = new Desk(look)) {
            desk.page.navigate("/app/imports");
            desk.page
                    .locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("kunden.csv", "text/csv", file.getBytes(Charset.forName("GB18030"))));
            assertThat(desk.page.locator("table.mapping")).containsText("王小明");
            desk.button("import.try").click();
            assertThat(desk.page.getByText(desk.text("import.trial"))).isVisible();
            assertThat(desk.page.locator("cl-page"))
                    .containsText(look.locale().equals("en") ? "is no e-mail address" : "不是有效的邮箱地址");

            desk.button("import.run").click();
            assertThat(desk.page.getByText(desk.text("import.ended.done"))).isVisible();
            desk.search(word);

            assertThat(desk.rows()).hasCount(1);
            assertThat(desk.rows()).containsText("王小明");
        }
    }

    @Test
    void filters_saves_a_view_and_takes_the_rows_away_as_a_file() throws IOException {
        String word = unique();
        add(word + " Ltd");
        try (Desk desk = new Desk(Look.DESK)) {
            desk.search(word);
            assertThat(desk.rows()).hasCount(1);
            desk.page.locator("cl-filter .quiet").click();
            desk.page.locator("cl-filter select[name=fact]").selectOption("address.city");
            desk.page.locator("cl-filter input[name=value]").fill("上海");
            desk.page.keyboard().press("Enter");
            assertThat(desk.page.locator("cl-filter .pill")).containsText("上海");
            assertThat(desk.rows()).hasCount(1);

            Download download = desk.page.waitForDownload(
                    () -> desk.page.getByText("Export").click());
            assertThat(Files.readString(download.path()))
                    .startsWith("\uFEFFid,name,status,owner,address.city,")
                    .contains(word + " Ltd")
                    .doesNotContain("Zwirna");
            desk.button("view.save").click();
            desk.page.locator("cl-dialog input").first().fill(word);
            desk.page.keyboard().press("Enter");

            assertThat(desk.tab(word)).hasAttribute("aria-selected", "true");
            desk.page.reload();
            assertThat(desk.tab(word)).hasAttribute("aria-selected", "true");
            assertThat(desk.page.locator("cl-filter .pill")).containsText("上海");
        }
    }

    @Test
    void holds_only_the_rows_in_sight_of_a_long_list() {
        String word = unique();
        StringBuilder file = new StringBuilder("id,kind,name\n");
        IntStream.range(1000, 1450).forEach(i -> file.append(word)
                .append(i)
                .append(",person,")
                .append(word)
                .append(' ')
                .append(i)
                .append('\n'));
        byte[] bytes = file.toString().getBytes(UTF_8);
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/imports");
            desk.page.locator("input[type=file]").setInputFiles(new FilePayload("long.csv", "text/csv", bytes));
            assertThat(desk.page.locator("table.mapping")).isVisible();
            desk.button("import.run").click();
            assertThat(desk.page.getByText(desk.text("import.ended.done"))).isVisible();

            desk.search(word);
            assertThat(desk.page.getByText("450 customers")).isVisible();
            assertThat(desk.rows().first()).containsText(word + " 1000");
            desk.page.locator("cl-list .grid").focus();
            desk.page.keyboard().press("End");
            assertThat(desk.page.locator("cl-list .body")).hasCSS("height", 300 * ROW + "px");
            desk.page.keyboard().press("End");
            assertThat(desk.page.locator("cl-list .body")).hasCSS("height", 450 * ROW + "px");
            desk.page.keyboard().press("End");

            assertThat(desk.page.locator("cl-list").getByText(word + " 1449")).isVisible();
            assertThat(desk.rows().count()).isLessThan(80);
        }
    }

    @Test
    void keeps_a_note_that_was_not_recorded_across_a_reload() {
        String id = add(unique());
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/customers/" + id);
            desk.page.locator(".composer textarea").fill("Half a thou");
            desk.page.reload();

            assertThat(desk.page.locator(".composer textarea")).hasValue("Half a thou");
        }
    }

    @Test
    void sees_at_once_what_a_colleague_changes() {
        String id = add(unique());
        Api colleague = Servers.admin(TestDatabase.H2);
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/customers/" + id);
            assertThat(desk.page.locator("h1")).not().hasText("Renamed by a colleague");

            colleague.patch("/api/v1/customers/" + id, Map.of("name", "Renamed by a colleague"), "\"1\"");

            assertThat(desk.page.locator("h1")).hasText("Renamed by a colleague");
        }
    }
}
