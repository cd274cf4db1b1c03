package io.clientele.segmentation.internal.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When somebody may be approached.
 *
 * @param until after {@code from}
 */
record WorkingHours(Instant from, Instant until) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * The next working hours from {@code now} on, Monday to Friday where the customer is, or what is left of them.
     *
     * @param hour of the day that is preferred, 0 to 23; null for all of it
     */
    static WorkingHours next(ZoneId zone, Instant now, @Nullable Integer hour) {
        LocalTime begin = hour == null ? MORNING : LocalTime.of(hour, 0);
        LocalDate day = now.atZone(zone).toLocalDate();
        while (true) {
            Instant from = day.atTime(begin).atZone(zone).toInstant();
            // An hour that summer time leaves out is the one after it.
            Instant until = hour == null ? day.atTime(EVENING).atZone(zone).toInstant() : from.plus(HOUR);
            if (isWorking(day) && until.isAfter(now)) {
                return new WorkingHours(from.isAfter(now) ? from : now, until);
            }
            day = day.plusDays(1);
        }
    }

    private static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
