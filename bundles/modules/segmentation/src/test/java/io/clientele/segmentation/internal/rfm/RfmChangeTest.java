package io.clientele.segmentation.internal.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.segmentation.internal.rfm.RfmSettings.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RfmChangeTest {
    private static final RfmSettings BEFORE = RfmSettings.standard("EUR");

    private static RfmSettings with(int classes, String currency, List<Group> groups) {
        return new RfmSettings(
                BEFORE.scoring(), classes, currency, null, false, BEFORE.weights(), BEFORE.thresholds(), groups);
    }

    @Test
    void the_first_settings_are_told_as_a_whole() {
        assertThat(RfmChange.detail(null, BEFORE))
                .startsWith("{\"after\":{")
                .contains("\"currency\":\"EUR\"", "champions");
    }

    @Test
    void only_the_fields_that_differ_are_told() {
        assertThat(RfmChange.detail(BEFORE, with(4, "CNY", BEFORE.groups())))
                .isEqualTo("{\"before\":{\"classes\":5,\"currency\":\"EUR\"},"
                        + "\"after\":{\"classes\":4,\"currency\":\"CNY\"}}");
    }

    @Test
    void of_groups_those_are_told_that_differ() {
        List<Group> groups = new ArrayList<>(BEFORE.groups());
        Group first = groups.get(0);
        groups.set(0, new Group("best", Map.of("en", "Best"), first.recency(), first.frequency(), first.money()));

        String detail = RfmChange.detail(BEFORE, with(5, "EUR", groups));

        assertThat(detail)
                .containsOnlyOnce("\"key\":\"champions\"")
                .containsOnlyOnce("\"key\":\"best\"")
                .doesNotContain("loyal");
    }

    @Test
    void groups_that_changed_places_are_told_by_their_keys() {
        List<Group> groups = new ArrayList<>(BEFORE.groups());
        Collections.swap(groups, 0, 1);

        String detail = RfmChange.detail(BEFORE, with(5, "EUR", groups));

        assertThat(detail)
                .startsWith("{\"before\":{\"groups\":[\"champions\",\"loyal\"")
                .contains("\"after\":{\"groups\":[\"loyal\",\"champions\"");
    }
}
