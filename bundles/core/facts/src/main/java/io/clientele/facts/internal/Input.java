package io.clientele.facts.internal;

import io.clientele.kernel.InvalidInputException;

/** A text somebody sent, and the name of the parameter it came in. */
record Input(String parameter, String text) {
    private static final int QUOTED = 40;

    /** Says what is wrong with the character at {@code index}; people count from one, and count characters rather than UTF-16 units. */
    InvalidInputException fault(int index, String detail) {
        int position = text.codePointCount(0, Math.min(index, text.length())) + 1;
        return new InvalidInputException(parameter, "position " + position + ": " + detail);
    }

    /** Refuses what no database text can hold, so that it never gets that far. */
    void requireText() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw fault(i, "the character U+0000 is not allowed");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isSurrogatePair(c, i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
                    throw fault(i, "half a character (an unpaired surrogate) is not allowed");
                }
                i++;
            }
        }
    }

    /** A part of the input as an answer may repeat it. */
    static String quote(String part) {
        int end = part.offsetByCodePoints(0, Math.min(QUOTED, part.codePointCount(0, part.length())));
        return "'" + part.substring(0, end) + (end < part.length() ? "…" : "") + "'";
    }
}
