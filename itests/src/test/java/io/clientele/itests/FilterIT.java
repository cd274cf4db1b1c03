package io.clientele.itests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.clientele.itests.Browser.Look;
import org.junit.jupiter.api.Test;

/** The row above the list of customers that says which of them are shown. */
class FilterIT {
    /** Of one row of conditions, in pixels. */
    private static final double ONE_LINE = 30;

    @Test
    void keeps_what_is_being_written_as_text_while_the_page_is_drawn_again() {
        SalesDayIT.add(SalesDayIT.unique());
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/customers?filter=status==prospect");
            assertThat(desk.rows().first()).isVisible();
            desk.page.locator("cl-filter").getByText("As text").click();
            Locator text = desk.page.locator("cl-filter textarea");
            text.focus();
            desk.page.keyboard().press("End");
            desk.page.keyboard().type(";name==Zw");

            SalesDayIT.add(SalesDayIT.unique());
            assertThat(desk.page.locator("button.news")).isVisible();

            assertThat(text).hasValue("status==prospect;name==Zw");
            desk.page.keyboard().type("irn*");
            desk.page.keyboard().press("Enter");
            assertThat(desk.page).hasURL(java.util.regex.Pattern.compile(".*filter=status.*Zwirn.*"));
        }
    }

    @Test
    void stands_on_one_line_as_long_as_there_is_room() {
        try (Desk desk = new Desk(Look.DESK)) {
            desk.page.navigate("/app/customers?filter=status==active;purchases.count=ge=5");
            Locator filter = desk.page.locator("cl-filter");
            assertThat(filter.locator(".pill")).hasCount(2);

            assertThat(filter.boundingBox().height).isLessThan(ONE_LINE);
        }
    }
}
