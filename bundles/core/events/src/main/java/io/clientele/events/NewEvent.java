package io.clientele.events;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that has just happened.
 *
 * @param type the module's name, a dot, and a word in the past tense, such as {@code registry.CustomerAdded}
 * @param customer the customer it is about, or null
 * @param detail a JSON object of at most {@value #MAX_DETAIL} characters; no secrets, as it may be sent to other systems
 */
public record NewEvent(String type, @Nullable Long customer, String detail) {
    /** The longest detail. What needs more has an id that it can be read by. */
    public static final int MAX_DETAIL = 8_000;

    private static final int MAX_TYPE = 100;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*\\.[A-Z][A-Za-z0-9]*");

    public NewEvent {
        if (type.length() > MAX_TYPE || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an event's type is like registry.CustomerAdded, not " + type);
        }
        if (!detail.startsWith("{") || !detail.endsWith("}")) {
            throw new IllegalArgumentException("the detail of " + type + " is no JSON object");
        }
        if (detail.length() > MAX_DETAIL) {
            throw new IllegalArgumentException(
                    "the detail of " + type + " has more than " + MAX_DETAIL + " characters");
        }
    }

    /** An event whose type says all. */
    public static NewEvent of(String type, long customer) {
        return new NewEvent(type, customer, "{}");
    }
}
