package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What must be in a body. */
final class Given {
    private Given() {}

    static String text(String pointer, @Nullable String text) {
        if (text == null) {
            throw new InvalidInputException(pointer, "This is missing");
        }
        return text;
    }

    /** A day in a parameter. */
    static LocalDate day(String parameter, @Nullable String text) {
        try {
            return LocalDate.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new InvalidInputException(parameter, "Name a day, such as 2026-03-01");
        }
    }
}
