package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.clientele.segmentation.internal.Reference;
import io.clientele.segmentation.internal.numbers.Quantiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final JsonNode CDNOW = Reference.vectors("cdnow_rfm");
    private static final long TODAY = LocalDate.parse("1997-09-30").toEpochDay();
    private static final Summaries SUMMARIES = Cdnow.until("1997-09-30");

    private static RfmSettings by(Scoring scoring) {
        return Cdnow.settings(scoring, thresholds());
    }

    private static RfmSettings.Thresholds thresholds() {
        return new RfmSettings.Thresholds(
                List.of(270.0, 240.0, 180.0, 90.0), List.of(2.0, 3.0, 4.0, 10.0), List.of(10.0, 20.0, 50.0, 100.0));
    }

    private static int[] sizes(int[] scores) {
        return IntStream.rangeClosed(1, 5)
                .map(score ->
                        (int) Arrays.stream(scores).filter(s -> s == score).count())
                .toArray();
    }

    @Test
    void sums_up_what_was_bought_until_the_day() {
        double[] money = SUMMARIES.money();

        assertThat(SUMMARIES.size()).isEqualTo(2_357);
        assertThat(Arrays.stream(money).sum()).isCloseTo(173_115.55, within(1e-6));
        assertThat(Arrays.stream(money).filter(m -> m == 0).count()).isEqualTo(8);
    }

    @Test
    void all_lines_of_a_day_are_one_purchase() {
        assertThat(Arrays.stream(SUMMARIES.frequency()).sum()).isEqualTo(4_814);
        assertThat(Arrays.stream(Cdnow.until("1998-06-30").frequency()).sum()).isEqualTo(6_696);
    }

    @Test
    void a_day_without_money_is_no_purchase_unless_it_is_said_to_be() {
        Summaries summaries = Cdnow.until("1997-09-30", RfmSettings.standard("USD"));

        assertThat(summaries.size()).isEqualTo(2_349);
    }

    @ParameterizedTest
    @CsvSource({"MIDRANK,counts_midrank", "TYPE7,counts_type7"})
    void makes_classes_of_the_published_sizes(Scoring scoring, String reference) {
        JsonNode expected = CDNOW.get(reference);

        assertThat(sizes(scoring.score(SUMMARIES.recency(TODAY), 5, new double[0])))
                .containsExactly(Reference.integers(expected.get("R")));
        assertThat(sizes(scoring.score(SUMMARIES.frequency(), 5, new double[0])))
                .containsExactly(Reference.integers(expected.get("F")));
        assertThat(sizes(scoring.score(SUMMARIES.money(), 5, new double[0])))
                .containsExactly(Reference.integers(expected.get("M")));
    }

    @Test
    void quantiles_lie_where_they_are_published() {
        assertThat(cuts(SUMMARIES.frequency())).containsExactly(new double[] {1, 1, 2, 3}, within(1e-9));
        assertThat(cuts(SUMMARIES.money())).containsExactly(new double[] {14.96, 27.99, 45.98, 93.72}, within(.005));
    }

    private static double[] cuts(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.rangeClosed(1, 4)
                .mapToDouble(i -> Quantiles.type7(sorted, i / 5.0))
                .toArray();
    }

    @Test
    void positions_give_equal_parts_and_so_tear_equal_customers_apart() {
        int[] scores = Scoring.POSITIONAL.score(SUMMARIES.frequency(), 5, new double[0]);
        double[] frequency = SUMMARIES.frequency();
        int[] once = IntStream.range(0, scores.length)
                .filter(i -> frequency[i] == 1)
                .map(i -> scores[i])
                .toArray();

        assertThat(sizes(scores)).containsExactly(Reference.integers(CDNOW.get("counts_positional")));
        assertThat(sizes(once)).containsExactly(472, 471, 468, 0, 0);
    }

    @Test
    void scores_the_published_customers_as_published() {
        Scores scores = Scores.of(by(Scoring.MIDRANK), SUMMARIES, TODAY);

        CDNOW.get("customers").properties().forEach(each -> {
            int place = place(Long.parseLong(each.getKey()));
            Summaries.Summary summary = SUMMARIES.get(place);
            assertThat(TODAY - summary.lastDay())
                    .isEqualTo(each.getValue().get("R").asLong());
            assertThat(summary.count()).isEqualTo(each.getValue().get("F").asInt());
            assertThat(summary.money()).isCloseTo(each.getValue().get("M").asDouble(), within(1e-9));
            assertThat(String.valueOf(scores.get(place).cell()))
                    .isEqualTo(each.getValue().get("score").asText());
        });
    }

    private static int place(long customer) {
        return IntStream.range(0, SUMMARIES.size())
                .filter(i -> SUMMARIES.get(i).customer() == customer)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void uses_55_of_the_125_cells() {
        Scores scores = Scores.of(by(Scoring.MIDRANK), SUMMARIES, TODAY);

        assertThat(IntStream.range(0, SUMMARIES.size())
                        .map(i -> scores.get(i).cell())
                        .distinct()
                        .count())
                .isEqualTo(55);
    }

    @Test
    void who_bought_of_late_buys_again_as_published() {
        int[] recency = Scoring.MIDRANK.score(SUMMARIES.recency(TODAY), 5, new double[0]);
        Set<Long> again = new HashSet<>();
        Reference.cdnow((customer, day, amount, currency) -> {
            if (day > TODAY) {
                again.add(customer);
            }
        });
        double[] rates = IntStream.rangeClosed(1, 5)
                .mapToDouble(score -> IntStream.range(0, recency.length)
                        .filter(i -> recency[i] == score)
                        .mapToDouble(i -> again.contains(SUMMARIES.get(i).customer()) ? 1 : 0)
                        .average()
                        .orElse(0))
                .toArray();

        assertThat(rates).containsExactly(Reference.numbers(CDNOW.get("holdout_buy_rate_by_r5")), within(5e-5));
        assertThat((double) again.size() / SUMMARIES.size())
                .isCloseTo(CDNOW.get("base_rate").asDouble(), within(5e-5));
    }

    @Test
    void fixed_scores_tell_how_many_thresholds_are_reached() {
        Scores scores = Scores.of(by(Scoring.FIXED), SUMMARIES, TODAY);

        // 59 days ago, 3 times, 74.02; and 272 days ago, once, 6.79.
        assertThat(scores.get(place(1)).cell()).isEqualTo(534);
        assertThat(scores.get(place(3)).cell()).isEqualTo(111);
    }

    @Test
    void classes_of_equal_value_hold_about_a_fifth_of_the_money_each() {
        double[] money = SUMMARIES.money();
        int[] scores = Scoring.EQUAL_VALUE.score(money, 5, new double[0]);

        for (int score = 1; score <= 5; score++) {
            int wanted = score;
            double share = IntStream.range(0, money.length)
                            .filter(i -> scores[i] == wanted)
                            .mapToDouble(i -> money[i])
                            .sum()
                    / 173_115.55;
            assertThat(share).isCloseTo(0.2, within(0.01));
        }
    }

    @Test
    void all_who_are_equal_get_the_middle_score() {
        assertThat(Scoring.MIDRANK.score(new double[] {7, 7, 7}, 5, new double[0]))
                .containsExactly(3, 3, 3);
    }

    @Test
    void few_customers_are_not_compared_with_each_other() {
        assertThat(Scores.suffice(by(Scoring.MIDRANK), 49)).isFalse();
        assertThat(Scores.suffice(by(Scoring.MIDRANK), 50)).isTrue();
        assertThat(Scores.suffice(by(Scoring.FIXED), 1)).isTrue();
    }

    @Test
    void weighs_recency_most_and_names_the_group() {
        Scores.Score best = Scores.of(by(Scoring.MIDRANK), SUMMARIES, TODAY).get(place(1516));

        assertThat(best.composite()).isEqualTo(30);
        assertThat(best.group()).isEqualTo("champions");
    }

    @Test
    void composites_lie_between_six_and_thirty_and_sums_between_three_and_fifteen() {
        RfmSettings weighted = by(Scoring.FIXED);
        RfmSettings summed = new RfmSettings(
                Scoring.FIXED,
                5,
                "USD",
                null,
                true,
                new RfmSettings.Triple(1, 1, 1),
                thresholds(),
                RfmSettings.Group.STANDARD);

        Scores composites = Scores.of(weighted, SUMMARIES, TODAY);
        Scores sums = Scores.of(summed, SUMMARIES, TODAY);

        assertThat(composites.get(place(3)).composite()).isEqualTo(6);
        assertThat(composites.get(place(1516)).composite()).isEqualTo(30);
        assertThat(sums.get(place(3)).composite()).isEqualTo(3);
        assertThat(sums.get(place(1516)).composite()).isEqualTo(15);
    }

    @Test
    void money_that_went_back_scores_lowest() {
        Summaries summaries = new Summaries(3);
        summaries.add(new Summaries.Summary(1, 10, 1, -5, 0));
        summaries.add(new Summaries.Summary(2, 10, 1, 0, 0));
        summaries.add(new Summaries.Summary(3, 10, 1, 20, 0));

        assertThat(Scoring.MIDRANK.score(summaries.money(), 3, new double[0])).containsExactly(1, 2, 3);
        assertThat(Scoring.EQUAL_VALUE.score(summaries.money(), 3, new double[0]))
                .containsExactly(1, 1, 2);
    }

    @Test
    void nobody_is_more_recent_than_who_bought_today() {
        Summaries summaries = new Summaries(2);
        summaries.add(new Summaries.Summary(1, 99, 1, 20, 0));
        summaries.add(new Summaries.Summary(2, 100, 1, 20, 0));
        summaries.add(new Summaries.Summary(3, 101, 1, 20, 0));

        assertThat(summaries.recency(100)).containsExactly(-1, 0, 0);
    }
}
