package io.clientele.segmentation.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkingHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static WorkingHours hours(String from, String until) {
        return new WorkingHours(Instant.parse(from), Instant.parse(until));
    }

    @Test
    void are_what_is_left_of_today_or_the_next_working_day() {
        assertThat(WorkingHours.next(BERLIN, Instant.parse("2026-11-27T14:00:00Z"), null))
                .isEqualTo(hours("2026-11-27T14:00:00Z", "2026-11-27T17:00:00Z"));
        assertThat(WorkingHours.next(BERLIN, Instant.parse("2026-11-27T17:00:00Z"), null))
                .as("Friday evening")
                .isEqualTo(hours("2026-11-30T08:00:00Z", "2026-11-30T17:00:00Z"));
    }

    @Test
    void move_with_summer_time() {
        assertThat(WorkingHours.next(BERLIN, Instant.parse("2026-03-28T12:00:00Z"), null))
                .isEqualTo(hours("2026-03-30T07:00:00Z", "2026-03-30T16:00:00Z"));
    }

    @Test
    void keep_to_the_hour_that_is_preferred() {
        assertThat(WorkingHours.next(BERLIN, Instant.parse("2026-11-30T20:00:00Z"), 20))
                .isEqualTo(hours("2026-12-01T19:00:00Z", "2026-12-01T20:00:00Z"));
    }

    @Test
    void last_an_hour_even_where_summer_time_leaves_it_out() {
        // On this Friday the clocks go from 02:00 to 03:00.
        assertThat(WorkingHours.next(ZoneId.of("Asia/Jerusalem"), Instant.parse("2026-03-26T12:00:00Z"), 2))
                .isEqualTo(hours("2026-03-27T00:00:00Z", "2026-03-27T01:00:00Z"));
    }
}
