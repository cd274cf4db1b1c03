package io.clientele.segmentation.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.rfm.Cdnow;
import org.junit.jupiter.api.Test;

class NaturalBreaksTest {
    @Test
    void cuts_the_reference_values_as_published() {
        for (JsonNode each : Reference.vectors("fisher_jenks")) {
            NaturalBreaks breaks = NaturalBreaks.of(
                    Reference.numbers(each.get("v")), each.get("k").asInt());

            assertThat(breaks.upper().stream().mapToDouble(d -> d).toArray())
                    .containsExactly(Reference.numbers(each.get("upper")), within(1e-9));
            assertThat(breaks.squares()).isCloseTo(each.get("sse").asDouble(), within(1e-9));
            assertThat(breaks.fit()).isCloseTo(each.get("gvf").asDouble(), within(1e-6));
        }
    }

    @Test
    void cuts_what_customers_spent() {
        double[] money = Cdnow.until("1997-09-30").money();
        JsonNode expected = Reference.vectors("cdnow_fisher_jenks_M");
        for (int k = 3; k <= 5; k++) {
            JsonNode each = expected.get(String.valueOf(k));
            NaturalBreaks breaks = NaturalBreaks.of(money, k);

            assertThat(breaks.upper().stream().mapToDouble(d -> d).toArray())
                    .containsExactly(Reference.numbers(each.get("upper")), within(1e-6));
            assertThat(breaks.fit()).isCloseTo(each.get("gvf").asDouble(), within(1e-6));
        }
    }

    @Test
    void has_no_more_classes_than_values() {
        assertThatThrownBy(() -> NaturalBreaks.of(new double[] {1, 2}, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
