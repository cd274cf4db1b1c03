package io.clientele.segmentation.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.Reference;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixMovesTest {
    /** A million customers in each state, of whom as many go as the reference says; among so many the drawing to the overall shares is nothing. */
    private static final long[][] MANY = {
        {700_000, 200_000, 100_000}, {300_000, 500_000, 200_000}, {100_000, 300_000, 600_000}
    };

    @Test
    void tells_where_moves_end_and_what_customers_bring_until_then() {
        JsonNode expected = Reference.vectors("markov_small");
        List<Double> rewards = List.of(100.0, 50.0, 10.0);

        MatrixMoves moves = MatrixMoves.of(MANY, new MatrixMoves.Earning(rewards, .1));

        assertThat(moves.settled().stream()
                        .mapToDouble(many -> many / 3_000_000)
                        .toArray())
                .containsExactly(Reference.numbers(expected.get("stationary")), within(1e-5));
        assertThat(Objects.requireNonNull(moves.worth()).stream()
                        .mapToDouble(worth -> worth)
                        .toArray())
                .containsExactly(Reference.numbers(expected.get("clv")), within(.01));
    }

    @Test
    void tells_the_worth_also_of_those_who_stay_for_ever_with_the_least_discount() {
        long[][] still = {{1_000_000, 0}, {0, 1_000_000}};
        Period period = new Period();
        period.discount = "0.000001";

        MatrixMoves moves = MatrixMoves.of(still, period.earning(() -> List.of(1.0, 1.0)));

        assertThat(Objects.requireNonNull(moves.worth()))
                .allSatisfy(worth -> assertThat(worth).isCloseTo(1_000_001, within(1.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+10000-01-01", "0000-12-31", "2026-02-30", "today"})
    void a_day_is_of_the_years_one_to_9999(String text) {
        Period period = new Period();
        period.from = text;
        period.to = text;

        assertThatThrownBy(period::first).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(period::last).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tells_no_worth_without_a_discount() {
        assertThat(MatrixMoves.of(MANY, new Period().earning(List::of)).worth()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "11", "NaN", "much", "", "1e-300", "0.0000009"})
    void a_discount_is_a_number_well_above_zero(String text) {
        Period period = new Period();
        period.discount = text;

        assertThatThrownBy(() -> period.earning(List::of)).isInstanceOf(InvalidInputException.class);
    }
}
