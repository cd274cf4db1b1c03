package io.clientele.segmentation.internal.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static Axis cut(Double... points) {
        return new Axis("spent", Axis.Method.QUANTILE, 4, List.of(points), List.of());
    }

    @Test
    void nobody_is_in_a_class_that_has_no_width_or_no_beginning() {
        assertThat(cut(1.0, 1.0, 2.0).filter(2)).isEqualTo("spent=ge=1.0;spent=lt=1.0");
        assertThat(cut().filter(1)).isEqualTo("spent=null=false");
        assertThat(cut().filter(2)).isEqualTo("spent=null=true;spent=null=false");
    }

    @Test
    void beyond_a_border_is_the_next_class_that_somebody_can_be_in() {
        assertThat(cut(1.0, 1.0, 2.0).beyond(3, 1.2)).isEqualTo(1);
        assertThat(cut(1.0, 1.0, 2.0).beyond(1, 0.9)).isEqualTo(3);
        assertThat(cut(1.0, 2.0, 2.0).beyond(2, 1.9)).isEqualTo(4);
        assertThat(cut(1.0, 2.0, 3.0).beyond(2, 1.9)).isEqualTo(3);
        assertThat(cut(1.0, 2.0, 3.0).beyond(2, 1.5)).isEqualTo(1);
    }
}
