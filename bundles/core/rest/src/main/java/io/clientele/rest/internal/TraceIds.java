package io.clientele.rest.internal;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Names for requests: the trace id of a W3C {@code traceparent} that came along, else a new one. */
final class TraceIds {
    private static final String HEX = "0123456789abcdef";
    private static final int LENGTH = 32;
    private static final int PARENT_LENGTH = 55;
    private static final int ID_START = 3;

    private TraceIds() {}

    static String of(@Nullable String traceparent) {
        if (traceparent != null
                && traceparent.length() == PARENT_LENGTH
                && traceparent.startsWith("00-")
                && traceparent.charAt(ID_START + LENGTH) == '-') {
            String id = traceparent.substring(ID_START, ID_START + LENGTH);
            if (isHex(id)) {
                return id;
            }
        }
        char[] id = new char[LENGTH];
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int half = 0; half < LENGTH; half += 16) {
            long bits = random.nextLong();
            for (int i = 0; i < 16; i++) {
                id[half + i] = HEX.charAt((int) (bits & 15));
                bits >>>= 4;
            }
        }
        return new String(id);
    }

    private static boolean isHex(String text) {
        boolean zero = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (HEX.indexOf(c) < 0) {
                return false;
            }
            zero &= c == '0';
        }
        return !zero;
    }
}
