package io.clientele.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeopleTest {
    @Test
    void the_same_seed_and_number_make_the_same_customer() {
        assertThat(new People(1).person(4711)).isEqualTo(new People(1).person(4711));
        assertThat(new People(2).person(4711)).isNotEqualTo(new People(1).person(4711));
    }

    @Test
    void no_value_would_break_a_line_of_the_file() {
        assertThat(LongStream.range(0, 2_000).mapToObj(new People(1)::person))
                .allSatisfy(person ->
                        assertThat(person.toString().replace(", ", "")).doesNotContain(",", "\"", "\n"));
    }

    @Test
    void large_cities_are_drawn_more_often() {
        SplittableRandom random = new SplittableRandom(1);

        int[] counts = new int[Cities.COUNT];
        IntStream.range(0, 100_000).forEach(i -> counts[Cities.draw(random)]++);

        assertThat(counts[0]).isBetween(16_000, 18_000);
        assertThat(counts[0]).isGreaterThan(counts[9] * 8);
        assertThat(counts[Cities.COUNT - 1]).isPositive();
    }
}
