package io.clientele.segmentation.internal.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;
    private static final int NEGATIVE = 3;

    private final Ladder ladder = new Ladder(List.of(1_000.0, 200.0), .05, true);

    @Test
    void puts_newcomers_where_their_value_is() {
        assertThat(ladder.of(1_000, Ladder.NONE)).isEqualTo(A);
        assertThat(ladder.of(999, Ladder.NONE)).isEqualTo(B);
        assertThat(ladder.of(199, Ladder.NONE)).isEqualTo(C);
        assertThat(ladder.of(Double.NaN, B)).isEqualTo(Ladder.NONE);
    }

    @Test
    void lets_somebody_up_or_down_only_a_margin_beyond_the_limit() {
        assertThat(ladder.of(1_049, B)).isEqualTo(B);
        assertThat(ladder.of(1_050, B)).isEqualTo(A);
        assertThat(ladder.of(951, A)).isEqualTo(A);
        assertThat(ladder.of(949, A)).isEqualTo(B);
        assertThat(ladder.of(100, A)).isEqualTo(C);
        assertThat(ladder.of(195, A)).as("no further than it must").isEqualTo(B);
    }

    @Test
    void a_value_that_swings_around_a_limit_changes_nothing() {
        int[] bands = IntStream.range(0, 100)
                .map(i -> i % 2 == 0 ? 970 : 1_030)
                .map(value -> ladder.of(value, B))
                .toArray();

        assertThat(bands).containsOnly(B);
    }

    @Test
    void grading_again_without_a_change_moves_nobody() {
        int[] moved = IntStream.rangeClosed(-10, 1_200)
                .filter(value -> {
                    int once = ladder.of(value, B);
                    return ladder.of(value, once) != once;
                })
                .toArray();

        assertThat(moved).isEmpty();
    }

    @Test
    void there_is_no_margin_to_and_from_the_negative() {
        assertThat(ladder.of(0, A)).isEqualTo(NEGATIVE);
        assertThat(ladder.of(-5, Ladder.NONE)).isEqualTo(NEGATIVE);
        assertThat(ladder.of(1_000, NEGATIVE)).isEqualTo(A);
    }

    @Test
    void a_limit_below_zero_has_its_margin_on_both_sides() {
        Ladder below = new Ladder(List.of(-100.0), .1, false);

        assertThat(below.of(-95, 1)).isEqualTo(1);
        assertThat(below.of(-90, 1)).isEqualTo(0);
        assertThat(below.of(-105, 0)).isEqualTo(0);
        assertThat(below.of(-111, 0)).isEqualTo(1);
    }
}
