package io.clientele.segmentation.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.segmentation.internal.matrix.Borders;
import io.clientele.segmentation.internal.matrix.Place;
import io.clientele.segmentation.internal.matrix.Standing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingViewTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static StandingView.Course course(@Nullable Standing now) {
        return StandingView.Course.of(32, new Borders.Course(now, List.of(new Borders.Stay(DAY, null))));
    }

    private static Standing standing(@Nullable Place place, List<String> missing) {
        Standing.Border border = place == null ? null : new Standing.Border(.5, new Place(2, 1));
        return new Standing(32, "Ada", place, missing, 1.0, null, 3.0, .75, border);
    }

    @Test
    void tells_a_place_with_the_cell_behind_its_border() {
        StandingView.Course placed = course(standing(new Place(1, 1), List.of()));

        assertThat(placed.id()).isEqualTo("0000000000010");
        assertThat(placed.status()).isEqualTo("placed");
        assertThat(placed.cell()).isEqualTo(new Place(1, 1));
        assertThat(placed.distance()).isEqualTo(.5);
        assertThat(placed.beyond()).isEqualTo(new Place(2, 1));
        assertThat(placed.confidence()).isEqualTo(.75);
        assertThat(placed.way()).containsExactly(new Borders.Stay(DAY, null));
    }

    @Test
    void tells_why_somebody_stands_nowhere() {
        StandingView.Course unknown = course(standing(null, List.of("y")));

        assertThat(unknown.status()).isEqualTo("unknown");
        assertThat(unknown.missing()).containsExactly("y");
        assertThat(unknown.values()).isEqualTo(new StandingView.Values(1.0, null));
        assertThat(unknown.distance()).isNull();
        assertThat(course(standing(null, List.of())).status()).isEqualTo("elsewhere");
        assertThat(course(null).status()).isEqualTo("outside");
    }
}
