package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseColumnsTest {
    @Test
    void what_is_dated_later_than_tomorrow_is_left_out() {
        PurchaseColumns columns = new PurchaseColumns(RfmSettings.standard("EUR"), 100);
        columns.take(1, 102, BigDecimal.TEN, "EUR");
        columns.take(2, 100, BigDecimal.TEN, "EUR");
        columns.take(3, 101, BigDecimal.TEN, "EUR");

        assertThat(summedUp(columns)).extracting(Summaries.Summary::customer).containsExactly(2L, 3L);
    }

    @Test
    void sums_up_any_amount() {
        BigDecimal most = new BigDecimal("999999999999999.99");
        PurchaseColumns columns = new PurchaseColumns(RfmSettings.standard("EUR"), 100);
        columns.take(1, 100, new BigDecimal("5e12"), "EUR");
        columns.take(1, 99, new BigDecimal("1e13"), "EUR");
        columns.take(2, 100, most, "EUR");
        columns.take(2, 99, most, "EUR");
        columns.take(2, 99, most.multiply(BigDecimal.valueOf(500)), "EUR");
        columns.take(3, 98, most, "USD");
        columns.take(4, 98, most.multiply(most), "EUR");

        List<Summaries.Summary> summaries = summedUp(columns);
        assertThat(summaries).extracting(Summaries.Summary::count).containsExactly(2, 2, 1, 1);
        assertThat(summaries.get(0).money()).isEqualTo(1.5e13);
        assertThat(summaries.get(1).money()).isCloseTo(5.02e17, withinPercentage(1e-10));
        assertThat(summaries.get(2).money()).isZero();
        assertThat(summaries.get(3).money()).isCloseTo(1e30, withinPercentage(1e-10));
    }

    @Test
    void what_went_back_is_no_purchase_however_large_it_was() {
        BigDecimal large = new BigDecimal("10000000000000.07");
        BigDecimal small = new BigDecimal("0.05");
        PurchaseColumns columns = new PurchaseColumns(RfmSettings.standard("EUR"), 100);
        columns.take(1, 100, large, "EUR");
        columns.take(1, 100, small, "EUR");
        columns.take(1, 100, large.add(small).negate(), "EUR");
        columns.take(2, 100, large, "EUR");
        columns.take(2, 100, small, "EUR");
        columns.take(2, 100, large.negate(), "EUR");
        columns.take(3, 100, new BigDecimal("0.1"), "EUR");
        columns.take(3, 100, new BigDecimal("0.2"), "EUR");
        columns.take(3, 100, new BigDecimal("-0.3"), "EUR");
        columns.take(4, 100, new BigDecimal("0.000001"), "EUR");

        assertThat(summedUp(columns)).extracting(Summaries.Summary::customer).containsExactly(2L, 4L);
    }

    @Test
    void tells_how_many_purchases_add_no_money() {
        PurchaseColumns columns = new PurchaseColumns(RfmSettings.standard("EUR"), 100);
        columns.take(1, 99, BigDecimal.TEN, "EUR");
        columns.take(1, 100, BigDecimal.TEN, "USD");
        columns.take(2, 100, BigDecimal.ONE, "CNY");
        Summaries summaries = new Summaries(2);

        columns.sumUp(summaries::add);

        assertThat(columns.uncounted()).isEqualTo(2);
        assertThat(summaries.get(0).money()).isEqualTo(10);
        assertThat(summaries.get(1).money()).isZero();
    }

    private static List<Summaries.Summary> summedUp(PurchaseColumns columns) {
        List<Summaries.Summary> summaries = new ArrayList<>();
        columns.sumUp(summaries::add);
        return summaries;
    }
}
