package io.clientele.registry;

import java.util.Locale;
import java.util.Optional;

/** Who began an interaction: the customer ({@code IN}), the firm ({@code OUT}), or nobody in particular. */
public enum Direction {
    IN,
    OUT,
    NONE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers, files and filters, such as {@code in}. */
    public String code() {
        return code;
    }

    /** The constant with this code. */
    public static Optional<Direction> of(String code) {
        for (Direction each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
