package io.clientele.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bench.measure.Row.Quotient;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        String text = Table.render(List.of(
                Row.ratio("read by id", new Quotient(150, 100), 2.0, new Style("µs", 0, "calm")),
                Row.limit("start", 1234.56, 12, new Style("s", 1, ""))));

        assertThat(text)
                .isEqualTo(
                        """
                what        asked     measured   against  ratio   verdict      remark
                ----------  --------  ---------  -------  ------  -----------  ------
                read by id  ≤ 2.0 ×   150 µs     100 µs   1.50 ×  reached      calm
                start       ≤ 12.0 s  1,234.6 s                   not reached
                """);
    }

    @Test
    void a_figure_exactly_at_its_limit_is_reached() {
        assertThat(Row.limit("memory", 400, 400, new Style("MiB", 0, "")).verdict())
                .isEqualTo("reached");
    }

    @Test
    void a_quotient_that_only_rounding_brings_to_the_limit_is_not_reached() {
        Row row = Row.ratio("prefix", new Quotient(100.4, 100), 1.0, new Style("µs", 0, ""));

        assertThat(row.ratio()).isEqualTo("1.00 ×");
        assertThat(row.verdict()).isEqualTo("not reached");
    }
}
