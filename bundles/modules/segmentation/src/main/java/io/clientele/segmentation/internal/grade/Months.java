package io.clientele.segmentation.internal.grade;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Months in a row, in UTC. */
final class Months {
    private final YearMonth first;

    /** The first day of each month and of the one after the last, as days since 1970-01-01. */
    private final long[] begins;

    Months(YearMonth first, int count) {
        this.first = first;
        this.begins = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            begins[i] = first.plusMonths(i).atDay(1).toEpochDay();
        }
    }

    /** Numbers of months, both within; the last is before the first if there are none. */
    record Span(int first, int last) {}

    int count() {
        return begins.length - 1;
    }

    YearMonth get(int month) {
        return first.plusMonths(month);
    }

    Instant begin() {
        return first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The number of the month of a day, or -1. */
    int of(long day) {
        if (day < begins[0] || day >= begins[count()]) {
            return -1;
        }
        int found = Arrays.binarySearch(begins, day);
        return found >= 0 ? found : -found - 2;
    }

    /** At the ends of which months something lasted that began and ended then; null: it still lasts, and will to the end of this month. */
    Span ends(Instant since, @Nullable Instant until) {
        return new Span(Math.max(0, month(since)), until == null ? count() - 1 : Math.min(count(), month(until)) - 1);
    }

    private int month(Instant moment) {
        YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
        return (int) ChronoUnit.MONTHS.between(first, month);
    }
}
