package io.clientele.segmentation.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.matrix.Borders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearnessTest {
    @Test
    void asks_for_all_cells_unless_one_is_named() {
        assertThat(new Nearness().wanted()).isEqualTo(new Borders.Wanted(null, null, 50, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two", "1.5", "99999999999"})
    void names_the_class_that_is_no_number(String text) {
        Nearness nearness = new Nearness();
        nearness.y = text;

        assertThatThrownBy(nearness::wanted)
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(InvalidInputException.Violation::pointer)
                        .containsExactly("y"));
    }
}
