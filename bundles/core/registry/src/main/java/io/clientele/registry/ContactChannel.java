package io.clientele.registry;

import java.util.Locale;

/** A way in which the firm approaches customers, as far as they consent. */
public enum ContactChannel {
    EMAIL,
    PHONE,
    SMS,
    POST,
    /** Any service for messages, such as WeChat. */
    MESSENGER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word for it in answers, facts and tables, such as {@code email}. */
    public String code() {
        return code;
    }
}
