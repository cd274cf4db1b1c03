package io.clientele.registry;

import java.util.Locale;
import java.util.Optional;

/** What a customer is. */
public enum CustomerKind {
    PERSON,
    ORGANISATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers, files and filters, such as {@code person}. */
    public String code() {
        return code;
    }

    /** The constant with this code. */
    public static Optional<CustomerKind> of(String code) {
        for (CustomerKind each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
