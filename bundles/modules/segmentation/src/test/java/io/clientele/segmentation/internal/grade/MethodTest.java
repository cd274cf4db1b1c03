package io.clientele.segmentation.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.rfm.Cdnow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTest {
    @Test
    void shares_make_the_abc_of_the_reference() {
        JsonNode abc = Reference.vectors("cdnow_concentration_39w").get("abc_80_95");
        double[] money = cdnow();

        List<Double> cuts = Method.SHARE.cut(money, List.of(.8, .95));

        assertThat(sizes(money, cuts)).containsExactly(Reference.integers(abc));
    }

    @Test
    void who_crosses_the_line_is_still_inside_and_so_is_who_equals_them() {
        assertThat(Method.SHARE.cut(new double[] {20, 30, 50}, List.of(.5, .8))).containsExactly(50.0, 30.0);
        assertThat(Method.SHARE.cut(new double[] {10, 10, 10, 10}, List.of(.3))).containsExactly(10.0);
        assertThat(Method.SHARE.cut(new double[] {0, 0}, List.of(.8))).containsExactly(0.0);
    }

    @Test
    void percentiles_count_customers_from_the_best() {
        double[] hundred = new double[100];
        Arrays.setAll(hundred, i -> i + 1);

        assertThat(Method.PERCENTILE.cut(hundred, List.of(.2, .5))).containsExactly(81.0, 51.0);
        assertThat(Method.PERCENTILE.cut(new double[] {7}, List.of(.2))).containsExactly(7.0);
    }

    @Test
    void breaks_lie_where_values_lie_apart() {
        double[] values = {1, 1.1, 1.2, 30, 31, 32, 900, 910};

        assertThat(Method.BREAKS.cut(values, Arrays.asList(0.0, 0.0))).containsExactly(900.0, 30.0);
        assertThat(Method.BREAKS.cut(new double[] {5, 5, 5, 5}, List.of(0.0)))
                .singleElement()
                .satisfies(cut -> assertThat(cut).isCloseTo(5, within(1e-9)));
    }

    private static int[] sizes(double[] ascending, List<Double> cuts) {
        Ladder ladder = new Ladder(cuts, 0, false);
        int[] sizes = new int[cuts.size() + 1];
        Arrays.stream(ascending).forEach(value -> sizes[ladder.of(value, Ladder.NONE)]++);
        return sizes;
    }

    /** What the customers of the sample spent in 39 weeks, ascending. */
    private static double[] cdnow() {
        double[] money = Cdnow.until("1997-09-30").money();
        Arrays.sort(money);
        return money;
    }
}
