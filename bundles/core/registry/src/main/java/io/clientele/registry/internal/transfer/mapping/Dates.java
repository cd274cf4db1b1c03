package io.clientele.registry.internal.transfer.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads dates as files write them: {@code 2026-03-01}, {@code 20260301}, {@code 01.03.2026}, {@code 2026/3/1}, {@code 2026年3月1日}, and with
 * slashes and the year last in the order of days and months that the file has.
 *
 * @param dayFirst how {@code 3/4/2026} is read: as the third of April, or as the fourth of March
 */
public record Dates(boolean dayFirst) {
    /** The names of the two orders. */
    public static final List<String> FORMATS = List.of("M/d/yyyy", "d/M/yyyy");

    /** Reads the name of an order. */
    public static Dates of(String format) {
        return new Dates(format.equals("d/M/yyyy"));
    }

    /** Whether the values tell by themselves which order they have; empty if all of them can be read both ways. */
    public static Optional<Dates> tell(Collection<String> values) {
        for (String value : values) {
            int[] parts = parts(value);
            if (value.indexOf('/') > 0 && parts.length >= 3 && parts[2] > 31) {
                if (parts[0] > 12 && parts[0] <= 31) {
                    return Optional.of(new Dates(true));
                }
                if (parts[1] > 12 && parts[1] <= 31) {
                    return Optional.of(new Dates(false));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it could be read both ways. */
    public static boolean isAmbiguous(String value) {
        int[] parts = parts(value);
        return value.indexOf('/') > 0
                && parts.length >= 3
                && parts[2] > 31
                && parts[0] <= 12
                && parts[1] <= 12
                && parts[0] != parts[1];
    }

    /** The date, or empty if it is none. */
    public Optional<LocalDate> date(String text) {
        int[] parts = parts(text);
        try {
            if (parts.length == 1 && text.length() == 8) {
                return Optional.of(LocalDate.of(parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100));
            }
            if (parts.length < 3) {
                return Optional.empty();
            }
            if (parts[0] > 31) {
                return Optional.of(LocalDate.of(parts[0], parts[1], parts[2]));
            }
            boolean day = text.indexOf('/') < 0 || dayFirst;
            return parts[2] < 100
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(parts[2], parts[day ? 1 : 0], parts[day ? 0 : 1]));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment; without an offset it is one of UTC, and a date alone is its start. */
    public Optional<Instant> instant(String text) {
        int colon = text.indexOf(':');
        int gap = Math.max(text.lastIndexOf(' ', colon), text.lastIndexOf('T', colon));
        if (colon < 0 || gap < 0) {
            return date(text).map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        try {
            // Spreadsheets write hours before ten with one digit.
            String time = (colon - gap == 2 ? "0" : "") + text.substring(gap + 1);
            boolean offset = time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
            OffsetTime at =
                    offset ? OffsetTime.parse(time) : LocalTime.parse(time).atOffset(ZoneOffset.UTC);
            return date(text.substring(0, gap).strip())
                    .map(day -> day.atTime(at).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The numbers of a date, up to a time that may follow; none if anything else stands between them. */
    private static int[] parts(String text) {
        int[] parts = new int[3];
        int count = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits == 0 && ++count > 3) {
                    return new int[0];
                }
                if (++digits > 8) {
                    return new int[0];
                }
                parts[count - 1] = parts[count - 1] * 10 + (c - '0');
            } else if ((c == 'T' || c == ' ') && count == 3 && digits > 0) {
                return parts;
            } else if ("-./年月日".indexOf(c) >= 0 && digits > 0) {
                digits = 0;
            } else {
                return new int[0];
            }
        }
        return count == 1 ? new int[] {parts[0]} : count == 3 ? parts : new int[0];
    }
}
