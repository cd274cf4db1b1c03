package io.clientele.segmentation.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.rfm.Cdnow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
    @Test
    void measures_the_reference_values() {
        for (JsonNode each : Reference.vectors("concentration")) {
            Concentration measured = Concentration.of(Reference.numbers(each.get("v")));

            assertThat(measured.gini()).hasValueCloseTo(each.get("gini").asDouble(), within(1e-9));
            assertThat(measured.hhi()).hasValueCloseTo(each.get("hhi").asDouble(), within(1e-9));
            assertThat(measured.topShare(.2))
                    .hasValueCloseTo(each.get("top20_ceil").asDouble(), within(1e-9));
            assertThat(measured.interpolatedShare(.2))
                    .hasValueCloseTo(each.get("top20_interp").asDouble(), within(1e-9));
        }
    }

    @Test
    void measures_a_customer_base() {
        JsonNode expected = Reference.vectors("cdnow_concentration_39w");

        Concentration measured = Concentration.of(cdnow("1997-09-30"));

        assertThat(cdnow("1997-09-30")).hasSize(expected.get("n").asInt());
        assertThat(Arrays.stream(cdnow("1997-09-30")).sum())
                .isCloseTo(expected.get("revenue").asDouble(), within(.005));
        assertThat(1 / measured.hhi().orElseThrow())
                .isCloseTo(expected.get("n_eff").asDouble(), within(.01));
        assertThat(measured.gini()).hasValueCloseTo(expected.get("gini").asDouble(), within(1e-6));
        assertThat(measured.corrected())
                .hasValueCloseTo(expected.get("gini_corrected").asDouble(), within(1e-6));
        assertThat(measured.hhi()).hasValueCloseTo(expected.get("hhi").asDouble(), within(1e-8));
        assertThat(measured.topShare(.2))
                .hasValueCloseTo(expected.get("top20_ceil").asDouble(), within(1e-6));
        assertThat(measured.topShare(.1))
                .hasValueCloseTo(expected.get("top10_ceil").asDouble(), within(1e-6));
        assertThat(measured.topShare(.01))
                .hasValueCloseTo(expected.get("top1_ceil").asDouble(), within(1e-6));
        assertThat(measured.headcountFor(.8)).isEqualTo(900);
        assertThat(900.0 / cdnow("1997-09-30").length).isCloseTo(.382, within(5e-4));
    }

    @Test
    void measures_it_again_half_a_year_later() {
        JsonNode expected = Reference.vectors("cdnow_concentration_78w");

        Concentration measured = Concentration.of(cdnow("1998-06-30"));

        assertThat(Arrays.stream(cdnow("1998-06-30")).sum())
                .isCloseTo(expected.get("revenue").asDouble(), within(.005));
        assertThat(measured.gini()).hasValueCloseTo(expected.get("gini").asDouble(), within(1e-6));
        assertThat(measured.topShare(.2))
                .hasValueCloseTo(expected.get("top20_ceil").asDouble(), within(1e-5));
    }

    @Test
    void nothing_has_no_shares_and_less_than_nothing_none_at_all() {
        assertThat(Concentration.of(new double[] {0, 0}).gini()).isEmpty();
        assertThat(Concentration.of(new double[0]).topShare(.2)).isEmpty();
        assertThatThrownBy(() -> Concentration.of(new double[] {1, -1})).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] cdnow(String day) {
        return Cdnow.until(day).money();
    }
}
