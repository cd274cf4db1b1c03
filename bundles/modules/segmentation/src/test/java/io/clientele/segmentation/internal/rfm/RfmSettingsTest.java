package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.kernel.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RfmSettingsTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void the_standard_groups_fit_any_number_of_classes(int k) {
        RfmSettings settings = new RfmSettings(
                Scoring.MIDRANK,
                k,
                "EUR",
                null,
                false,
                new RfmSettings.Triple(3, 2, 1),
                null,
                RfmSettings.Group.fitting(RfmSettings.Group.STANDARD, k));

        settings.check();
        assertThat(settings.group(k, k, 1)).isEqualTo("champions");
        assertThat(settings.group(k, 1, 1)).isEqualTo("promising");
        assertThat(settings.group(1, k, 1)).isEqualTo("atRisk");
        assertThat(settings.group(1, 1, k)).isEqualTo("lost");
        assertThat(IntStream.range(0, k * k).mapToObj(i -> settings.group(1 + i / k, 1 + i % k, 1)))
                .doesNotContain("other");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 8, 9})
    void every_standard_group_has_a_place_among_three_classes_or_more(int k) {
        List<RfmSettings.Group> groups = RfmSettings.Group.standard(k);
        RfmSettings settings =
                new RfmSettings(Scoring.MIDRANK, k, "EUR", null, false, new RfmSettings.Triple(3, 2, 1), null, groups);

        assertThat(IntStream.range(0, k * k).mapToObj(i -> settings.group(1 + i / k, 1 + i % k, 1)))
                .containsOnly("champions", "loyal", "promising", "attention", "atRisk", "lost");
    }

    @Test
    void of_five_classes_the_best_two_are_high_and_the_worst_two_low() {
        assertThat(RfmSettings.Group.STANDARD)
                .extracting(group -> List.of(
                        group.key(),
                        group.recency().from(),
                        group.recency().to(),
                        group.frequency().from(),
                        group.frequency().to()))
                .containsExactly(
                        List.of("champions", 4, 5, 4, 5),
                        List.of("loyal", 3, 5, 4, 5),
                        List.of("promising", 4, 5, 1, 3),
                        List.of("attention", 3, 3, 1, 3),
                        List.of("atRisk", 1, 2, 4, 5),
                        List.of("lost", 1, 2, 1, 3));
    }

    @Test
    void refuses_weights_and_groups_that_make_no_sense() {
        RfmSettings.Span none = new RfmSettings.Span(0, 0);
        RfmSettings.Triple weights = new RfmSettings.Triple(Integer.MAX_VALUE, Integer.MAX_VALUE, 52);
        RfmSettings.Group nowhere = new RfmSettings.Group("none", Map.of(), none, none, none);
        RfmSettings wrong = new RfmSettings(Scoring.MIDRANK, 5, "EUR", null, false, weights, null, List.of(nowhere));

        assertThatThrownBy(wrong::check)
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(InvalidInputException.Violation::pointer)
                        .containsExactly("/weights", "/groups"));
    }

    @Test
    void refuses_settings_that_make_no_sense_with_all_faults_at_once() {
        RfmSettings wrong =
                new RfmSettings(Scoring.FIXED, 1, "euro", 0, false, new RfmSettings.Triple(0, 0, 0), null, List.of());

        assertThatThrownBy(wrong::check)
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.violations())
                        .extracting(InvalidInputException.Violation::pointer)
                        .containsExactly("/classes", "/currency", "/windowDays", "/weights", "/thresholds"));
    }
}
