package io.clientele.events.internal;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text inside JSON that is put together by hand. */
public final class Json {
    private Json() {}

    /** What stands between the quotes. */
    public static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
