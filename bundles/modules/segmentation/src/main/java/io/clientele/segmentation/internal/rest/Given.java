package io.clientele.segmentation.internal.rest;

import io.clientele.kernel.InvalidInputException;
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
}
