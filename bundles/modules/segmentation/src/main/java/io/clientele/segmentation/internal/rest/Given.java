package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be in a body or a parameter. */
final class Given {
    private static final int MOST_DISCOUNT = 10;
    /** With less, what lies far ahead weighs as much as today, and its sum has no bound that doubles could tell. */
    private static final double LEAST_DISCOUNT = 1e-6;

    private static final int LAST_YEAR = 9999;
    private static final int A_YEAR = 12;

    private Given() {}

    /** The same list, or none; one with a gap in it fails, and so the body that it is in. */
    static <T> @Nullable List<T> list(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    static String text(String pointer, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(pointer, "This is missing");
        }
        return text;
    }

    /** A day in a parameter, of the years 1 to 9999. */
    static LocalDate day(String parameter, @Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(String.valueOf(text));
            if (day.getYear() >= 1 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // It is refused as one that is out of bounds is.
        }
        throw new InvalidInputException(parameter, "Name a day, such as 2026-03-01");
    }

    /** Over how many months, in a parameter; a year if it is not there. */
    static int months(@Nullable String text) {
        if (text == null) {
            return A_YEAR;
        }
        if (!text.matches("[0-9]{1,3}")) {
            throw new InvalidInputException("months", "Give the number of months");
        }
        return Integer.parseInt(text);
    }

    /** How much less worth money is a period later, in a parameter. */
    static double discount(String text) {
        try {
            double discount = Double.parseDouble(text);
            if (discount >= LEAST_DISCOUNT && discount <= MOST_DISCOUNT) {
                return discount;
            }
        } catch (NumberFormatException e) {
            // It is refused as one that is out of bounds is.
        }
        throw new InvalidInputException("discount", "A discount is 0.000001 to " + MOST_DISCOUNT + ", such as 0.1");
    }
}
