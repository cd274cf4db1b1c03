package io.clientele.segmentation.internal.store;

import java.util.Locale;
import java.util.Optional;

/** How a segment comes by its members. */
public enum Kind {
    /** By a filter that is kept current. */
    RULE,
    /** By hand: who was put in stays in. */
    LIST;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers. */
    public String code() {
        return code;
    }

    /** The constant with this code. */
    public static Optional<Kind> of(String code) {
        for (Kind each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
