package io.clientele.facts;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The normal form of {@link FactType#WORDS}: words of letters and digits, in lower case, each Han character a word of its own, separated by
 * single spaces. A column of words holds this form, and what people search for is brought into it, so that both databases find the same.
 *
 * <p>On PostgreSQL the search is served by a GIN index over {@code array_to_tsvector(string_to_array(column, ' '))}: the words stand in it
 * exactly as they are here, whatever the locale of the database makes of them.
 */
public final class Words {
    /** Longer words are cut to this many characters, in the column and in the search alike. */
    private static final int LONGEST = 64;

    private Words() {}

    /** The words of {@code text}; empty if it has none. */
    public static String normalise(String text) {
        String plain = isAscii(text) ? text.toLowerCase(Locale.ROOT) : folded(text);
        StringBuilder words = new StringBuilder(plain.length() + 8);
        int length = 0;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (isIdeographic(c)) {
                separate(words).appendCodePoint(c);
                length = LONGEST + 1;
            } else if (!isWordPart(c) || (length == 0 && !Character.isLetterOrDigit(c))) {
                length = 0;
            } else {
                if (length == 0 || length == LONGEST + 1) {
                    length = 0;
                    if (!Character.isLetterOrDigit(c)) {
                        continue;
                    }
                    separate(words);
                }
                if (length < LONGEST) {
                    words.appendCodePoint(c);
                    length++;
                }
            }
        }
        return words.toString();
    }

    private static StringBuilder separate(StringBuilder words) {
        return words.length() == 0 ? words : words.append(' ');
    }

    private static boolean isIdeographic(int c) {
        return c > 0x2E7F && Character.isIdeographic(c);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Lower case may undo the normal form and the normal form may bring back upper case, so both are repeated until they rest. */
    private static String folded(String text) {
        String before = text;
        for (int round = 0; round < 4; round++) {
            String after = Normalizer.normalize(before, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            if (after.equals(before)) {
                break;
            }
            before = after;
        }
        return before;
    }
}
