package io.clientele.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void the_median_of_an_odd_number_of_values_is_the_middle_one() {
        assertThat(Figures.median(List.of(9, 1, 5))).isEqualTo(5);
    }

    @Test
    void the_median_of_an_even_number_of_values_lies_between_the_middle_two() {
        assertThat(Figures.median(List.of(4.0, 1.0, 100.0, 2.0))).isEqualTo(3);
    }

    @Test
    void there_is_no_median_of_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Figures.median(List.of()));
    }

    @Test
    void a_percentile_is_the_nearest_rank_whatever_the_order() {
        long[] values = LongStream.rangeClosed(1, 200).map(i -> 201 - i).toArray();

        assertThat(Figures.percentile(values, 99)).isEqualTo(198);
        assertThat(Figures.percentile(values, 50)).isEqualTo(100);
        assertThat(Figures.percentile(values, 100)).isEqualTo(200);
        assertThat(Figures.percentile(values, 0.1)).isEqualTo(1);
    }

    @Test
    void a_percentile_leaves_the_values_in_their_order() {
        long[] values = {3, 1, 2};

        assertThat(Figures.percentile(values, 50)).isEqualTo(2);

        assertThat(values).containsExactly(3, 1, 2);
    }
}
