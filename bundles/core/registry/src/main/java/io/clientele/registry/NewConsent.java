package io.clientele.registry;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said about being approached, to be recorded.
 *
 * @param purpose what for, a short word such as {@link #MARKETING}
 * @param decidedAt when the customer said so, which may be long before it is recorded
 * @param source by what way the firm was told, such as {@code web form}
 * @param evidence what proves it, such as the number of a form that was signed
 */
public record NewConsent(
        ContactChannel channel,
        String purpose,
        Decision decision,
        Instant decidedAt,
        String source,
        @Nullable String evidence) {
    /** The purpose that is meant where none is named, and the one that facts tell of. */
    public static final String MARKETING = "marketing";

    /** What the customer said. */
    public enum Decision {
        GIVEN,
        WITHDRAWN;

        private final String code = name().toLowerCase(Locale.ROOT);

        /** The word for it in answers and tables, such as {@code given}. */
        public String code() {
            return code;
        }
    }
}
