package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LastScoresTest {
    @Test
    void tells_what_each_scored_and_who_was_not_asked_for() {
        LastScores scores = new LastScores();
        LongStream.of(2, 3, 5, 8, 9).forEach(customer -> scores.add(customer, (int) (100 * customer)));

        assertThat(LongStream.of(1, 3, 4, 5, 8).mapToInt(scores::of)).containsExactly(0, 300, 0, 500, 800);
        assertThat(scores.unasked()).containsExactly(2L, 9L);
    }

    @Test
    void holds_any_number() {
        LastScores scores = new LastScores();
        LongStream.rangeClosed(1, 25_000).forEach(customer -> scores.add(customer, 1));

        assertThat(LongStream.rangeClosed(1, 25_000).map(scores::of).sum()).isEqualTo(25_000);
        assertThat(scores.unasked()).isEmpty();
    }
}
