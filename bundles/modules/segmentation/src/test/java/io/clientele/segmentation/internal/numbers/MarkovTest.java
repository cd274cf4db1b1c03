package io.clientele.segmentation.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MarkovTest {
    private static final Offset<Double> CLOSE = within(6e-5);

    @Test
    void settles_and_is_worth_what_the_reference_says() {
        JsonNode small = Reference.vectors("markov_small");
        double[][] probabilities = matrix(small.get("P"));

        double[] settled = Markov.settled(probabilities, new double[] {1, 0, 0});
        double[] values = Markov.values(
                probabilities, Reference.numbers(small.get("R")), small.get("d").asDouble());

        assertThat(settled).containsExactly(Reference.numbers(small.get("stationary")), within(1e-6));
        assertThat(values).containsExactly(Reference.numbers(small.get("clv")), CLOSE);
    }

    @Test
    void refuses_values_that_grow_without_bound() {
        double[][] doubling = {{2, 0}, {.5, .5}};

        assertThat(Markov.values(doubling, new double[] {1, 1}, 1.5)[0]).isCloseTo(5, within(1e-9));
        assertThatThrownBy(() -> Markov.values(doubling, new double[] {1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Markov.values(doubling, new double[] {1, 1}, .5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reproduces_the_mailing_example() {
        JsonNode example = Reference.vectors("markov_pfeifer_carraway");
        double discount = example.get("d").asDouble();

        assertThat(Markov.values(mailing(example, 4), rewards(example, 4), discount))
                .containsExactly(Reference.numbers(example.get("V_inf")), CLOSE);
        assertThat(Markov.values(mailing(example, 4), rewards(example, 4), discount, 4))
                .containsExactly(Reference.numbers(example.get("V_T4")), CLOSE);
        for (int last = 1; last <= 3; last++) {
            assertThat(Markov.values(mailing(example, last), rewards(example, last), discount))
                    .containsExactly(
                            Reference.numbers(example.get("stop_after_recency").get(String.valueOf(last))), CLOSE);
        }
    }

    @Test
    void draws_states_that_were_hardly_seen_to_the_overall_shares() {
        double[][] probabilities = Markov.probabilities(new long[][] {{90, 10}, {0, 0}});

        assertThat(probabilities[0]).containsExactly(new double[] {.9, .1}, within(1e-9));
        assertThat(probabilities[1]).containsExactly(new double[] {.9, .1}, within(1e-9));
    }

    @Test
    void forecasts_how_many_will_be_in_each_state() {
        double[] next = Markov.forecast(new double[][] {{.5, .5}, {0, 1}}, new double[] {100, 20}, 2);

        assertThat(next).containsExactly(new double[] {25, 95}, within(1e-9));
    }

    /** Five states by recency; after the last mailed one a customer is lost. */
    private static double[][] mailing(JsonNode example, int last) {
        double[] buys = Reference.numbers(example.get("p"));
        double[][] probabilities = new double[5][5];
        for (int i = 0; i < 5; i++) {
            double p = i < last && i < buys.length ? buys[i] : 0;
            probabilities[i][0] = p;
            probabilities[i][Math.min(i + 1, 4)] += 1 - p;
        }
        return probabilities;
    }

    private static double[] rewards(JsonNode example, int last) {
        double[] rewards = new double[5];
        for (int i = 0; i < 5; i++) {
            rewards[i] = (i == 0 ? example.get("NC").asDouble() : 0)
                    - (i < last ? example.get("M").asDouble() : 0);
        }
        return rewards;
    }

    private static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = Reference.numbers(rows.get(i));
        }
        return matrix;
    }
}
