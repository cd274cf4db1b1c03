package io.clientele.registry.internal;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What text may be: bounded, composed (NFC), without control characters and without halves of characters. */
final class TextRules {
    private TextRules() {}

    /** One line: trimmed, or null if nothing is left. Runs of white space become one space. */
    static @Nullable String line(@Nullable String raw, String pointer, int max, Faults faults) {
        if (raw == null) {
            return null;
        }
        String text = isPlain(raw) ? raw.strip() : compose(raw, false, pointer, faults);
        return bounded(text, pointer, max, faults);
    }

    /** Several lines: line ends and tabs are kept. */
    static @Nullable String block(@Nullable String raw, String pointer, int max, Faults faults) {
        if (raw == null) {
            return null;
        }
        String text = isPlain(raw) ? raw.strip() : compose(raw, true, pointer, faults);
        return bounded(text, pointer, max, faults);
    }

    /** Printable ASCII without two spaces in a row needs no further look. */
    static boolean isPlain(String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && space)) {
                return false;
            }
            space = c == ' ';
        }
        return true;
    }

    private static @Nullable String bounded(String text, String pointer, int max, Faults faults) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > max) {
            faults.add(pointer, "is longer than " + max + " characters");
            return text.substring(0, 1);
        }
        return text;
    }

    private static String compose(String raw, boolean lines, String pointer, Faults faults) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (lines && (c == '\n' || c == '\t')) {
                kept.append((char) c);
            } else if (!(lines && c == '\r') && isForbidden(c)) {
                faults.add(pointer, "contains a control character or half a character");
                return "";
            } else if (c != '\r' && (Character.isWhitespace(c) || Character.isSpaceChar(c))) {
                appendSpace(kept, lines);
            } else if (c != '\r' && c != 0xFEFF && c != 0x200B) {
                kept.appendCodePoint(c);
            }
        }
        String text = kept.toString().strip();
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static void appendSpace(StringBuilder kept, boolean lines) {
        boolean second = kept.length() > 0 && kept.charAt(kept.length() - 1) == ' ';
        if (lines || !second) {
            kept.append(' ');
        }
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xFFFE) == 0xFFFE;
    }
}
