package io.clientele.registry;

import java.util.Locale;
import java.util.Optional;

/** How a customer stands to the firm. */
public enum Status {
    PROSPECT,
    ACTIVE,
    INACTIVE,
    ARCHIVED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers, files and filters, such as {@code prospect}. */
    public String code() {
        return code;
    }

    /** The constant with this code. */
    public static Optional<Status> of(String code) {
        for (Status each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
