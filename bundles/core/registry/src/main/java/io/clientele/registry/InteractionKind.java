package io.clientele.registry;

import java.util.Locale;
import java.util.Optional;

/** What kind of interaction it was. */
public enum InteractionKind {
    NOTE,
    CALL,
    MEETING,
    MESSAGE,
    VISIT,
    TASK;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers, files and filters, such as {@code note}. */
    public String code() {
        return code;
    }

    /** The constant with this code. */
    public static Optional<InteractionKind> of(String code) {
        for (InteractionKind each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
