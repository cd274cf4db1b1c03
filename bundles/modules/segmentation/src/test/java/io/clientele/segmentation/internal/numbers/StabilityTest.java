package io.clientele.segmentation.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StabilityTest {
    @Test
    void tells_how_many_moved_and_how_far_the_shares_went() {
        long[][] counts = {{0, 1, 0}, {1, 5, 3}, {0, 1, 9}};

        Stability stability = Stability.of(counts);

        // Of the 18 graded both times 4 moved; shares went from 9/19 and 10/19 to 7/19 and 12/19.
        assertThat(stability.changed()).isCloseTo(4.0 / 18, within(1e-12));
        assertThat(stability.distance()).isCloseTo(2.0 / 19, within(1e-12));
    }

    @Test
    void tells_nothing_of_nobody() {
        Stability stability = Stability.of(new long[][] {{0, 3}, {0, 0}});

        assertThat(stability.changed()).isNull();
        assertThat(stability.distance()).isNull();
    }
}
