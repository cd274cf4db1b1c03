package io.clientele.segmentation.internal.numbers;

import io.clientele.kernel.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Months in a row, in UTC. */
public final class Months {
    private static final int MOST = 36;

    private final YearMonth first;

    /** The first day of each month and of the one after the last, as days since 1970-01-01. */
    private final long[] begins;

    /** {@code count} months from {@code first} on. */
    public Months(YearMonth first, int count) {
        this.first = first;
        this.begins = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            begins[i] = first.plusMonths(i).atDay(1).toEpochDay();
        }
    }

    /** The last {@code count} months of a report, that of {@code today} included; fails if there are more than it covers. */
    public static Months last(int count, LocalDate today) {
        if (count < 1 || count > MOST) {
            throw new InvalidInputException("months", "A report covers 1 to " + MOST + " months");
        }
        return new Months(YearMonth.from(today).minusMonths(count - 1L), count);
    }

    /** Numbers of months, both within; the last is before the first if there are none. */
    public record Span(int first, int last) {}

    public int count() {
        return begins.length - 1;
    }

    public YearMonth get(int month) {
        return first.plusMonths(month);
    }

    public Instant begin() {
        return first.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The number of the month of a day, which is counted from 1970-01-01, or -1. */
    public int of(long day) {
        if (day < begins[0] || day >= begins[count()]) {
            return -1;
        }
        int found = Arrays.binarySearch(begins, day);
        return found >= 0 ? found : -found - 2;
    }

    /** At the ends of which months something lasted that began and ended then; null: it still lasts, and will to the end of this month. */
    public Span ends(Instant since, @Nullable Instant until) {
        return new Span(Math.max(0, month(since)), until == null ? count() - 1 : Math.min(count(), month(until)) - 1);
    }

    private int month(Instant moment) {
        YearMonth month = YearMonth.from(moment.atOffset(ZoneOffset.UTC));
        return (int) ChronoUnit.MONTHS.between(first, month);
    }
}
