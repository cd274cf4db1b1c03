package io.clientele.segmentation.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.assessment.Statistics.Month;
import io.clientele.segmentation.internal.numbers.Months;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticsTest {
    @ParameterizedTest
    @EnumSource
    void reports_who_came_and_what_members_bought_month_by_month(TestDatabase kind) {
        try (Desk desk = new Desk(kind)) {
            LocalDate thisMonth = desk.platform.today().withDayOfMonth(1);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            CustomerId cleo = desk.customer("Cleo", Status.PROSPECT);
            desk.buy(ada, "10", thisMonth);
            desk.buy(ada, "5.50", thisMonth);
            desk.buy(bert, "7", thisMonth.minusDays(1));
            desk.buy(cleo, "100", thisMonth);
            desk.core.settle();
            Segment active = desk.segments().add(Desk.rule("active", "status==active"));
            Statistics statistics = new Statistics(desk.platform, desk.segments(), desk.history(), desk.core.history());

            List<Month> report = statistics.of(active.id(), 2);

            YearMonth now = YearMonth.from(thisMonth);
            assertThat(report)
                    .containsExactly(
                            new Month(
                                    now.minusMonths(1).toString(),
                                    null,
                                    0,
                                    0,
                                    1,
                                    1,
                                    .5,
                                    Map.of("EUR", new BigDecimal("7"))),
                            new Month(now.toString(), 2L, 2, 0, 1, 2, .5, Map.of("EUR", new BigDecimal("15.5"))));
            assertThat(desk.core.as(Staff.agent(7), () -> statistics.of(active.id(), 1)))
                    .singleElement()
                    .satisfies(month -> assertThat(month.money()).isEmpty());
            assertThatThrownBy(() -> statistics.of(active.id(), 0)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> statistics.of(active.id(), 37)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void counts_buyers_once_and_returns_as_money_only() {
        MonthlySales sales = new MonthlySales(new long[] {3, 5}, new Months(YearMonth.of(2026, 1), 2));
        long january = LocalDate.of(2026, 1, 31).toEpochDay();

        sales.take(3, january, new BigDecimal("20.00"), "EUR");
        sales.take(3, january, new BigDecimal("5"), "CNY");
        sales.take(3, january, new BigDecimal("-20"), "EUR");
        sales.take(4, january, new BigDecimal("99"), "EUR");
        sales.take(5, january + 1, new BigDecimal("1000"), "EUR");
        sales.take(5, LocalDate.of(2026, 3, 1).toEpochDay(), new BigDecimal("99"), "EUR");
        sales.take(5, LocalDate.of(2025, 12, 31).toEpochDay(), new BigDecimal("99"), "EUR");

        assertThat(List.of(sales.buyers(0), sales.purchases(0), sales.buyers(1)))
                .containsExactly(1, 2, 1);
        assertThat(sales.money(0)).isEqualTo(Map.of("EUR", new BigDecimal("0"), "CNY", new BigDecimal("5")));
        assertThat(sales.money(1)).isEqualTo(Map.of("EUR", new BigDecimal("1000")));
    }
}
