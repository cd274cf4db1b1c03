package io.clientele.segmentation.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.harness.Staff;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.registry.CustomerId;
import io.clientele.registry.Status;
import io.clientele.segmentation.internal.Desk;
import io.clientele.segmentation.internal.grade.GradeSales.Month;
import io.clientele.segmentation.internal.grade.GradeSales.Part;
import io.clientele.segmentation.internal.rfm.RfmSettings;
import io.clientele.testkit.SettableClock;
import io.clientele.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradeSalesTest {
    private static final Duration HALF_A_MONTH = Duration.ofDays(16);

    /** Ada grows from silver to gold in the second month, Bert is graded from then on, Cleo never buys. */
    @ParameterizedTest
    @EnumSource
    void what_was_bought_counts_for_the_band_of_that_month(TestDatabase kind) {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
        try (Desk desk = new Desk(kind, clock)) {
            var unused = desk.rfm.define(RfmSettings.standard("EUR"), 0);
            CustomerId ada = desk.customer("Ada", Status.ACTIVE);
            CustomerId bert = desk.customer("Bert", Status.ACTIVE);
            desk.customer("Cleo", Status.ACTIVE);
            desk.buy(ada, "60", LocalDate.of(2026, 3, 5));
            desk.core.settle();
            GradeParts.spend(desk.grades);
            clock.forward(HALF_A_MONTH.plus(HALF_A_MONTH));
            desk.buy(ada, "90", LocalDate.of(2026, 4, 1));
            desk.buy(ada, "-10.50", LocalDate.of(2026, 4, 2));
            desk.buy(bert, "20", LocalDate.of(2026, 4, 3));
            desk.core.settle();
            GradeSales sales = new GradeSales(desk.platform, desk.grades, desk.core.history());
            long spend = desk.grades.list().get(0).id();

            assertThat(sales.of(spend, 3))
                    .containsExactly(
                            month("2026-02", part("A", 0), part("B", 0), part(null, 3)),
                            month("2026-03", part("A", 0), part("B", 1, "60"), part(null, 2)),
                            month("2026-04", part("A", 1, "79.5"), part("B", 1, "20"), part(null, 1)));

            assertThat(desk.core.as(Staff.agent(7), () -> sales.of(spend, 1)))
                    .as("an agent sees none of these customers")
                    .containsExactly(month("2026-04", part("A", 0), part("B", 0), part(null, 0)));
            assertThatThrownBy(() -> sales.of(spend, 0)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> sales.of(spend, 37)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> sales.of(1, 12)).isInstanceOf(NotFoundException.class);
        }
    }

    private static Month month(String month, Part... parts) {
        return new Month(month, List.of(parts));
    }

    private static Part part(@Nullable String band, int customers) {
        return new Part(band, customers, Map.of());
    }

    private static Part part(@Nullable String band, int customers, String euros) {
        return new Part(band, customers, Map.of("EUR", new BigDecimal(euros)));
    }
}
