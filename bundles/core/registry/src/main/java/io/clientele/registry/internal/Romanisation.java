package io.clientele.registry.internal;

import com.ibm.icu.text.Transliterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes names of any script in lower-case ASCII letters, so that they can be sorted and searched together. Han is read as in names:
 * 单雄信 is {@code shan xiong xin}. Safe for use by many threads.
 *
 * <p>A reading by ICU takes a tenth of a millisecond. Its Han rules look at no more than one character, whether it is the first, and the
 * second one of a few double surnames, so characters are remembered one by one; words of other scripts are remembered whole.
 */
public final class Romanisation {
    private static final int HAN_FIRST = 0x4E00;
    private static final int HAN_COUNT = 0xA000 - HAN_FIRST;
    private static final int WORDS_KEPT = 8192;

    /** Seconds of double surnames that change how the character before them is read: 令狐 万俟 澹台 长孙. */
    private static final String SURNAME_SECONDS = "狐俟台孙孫臺";

    private final String[] leading = new String[HAN_COUNT];
    private final String[] following = new String[HAN_COUNT];
    private final Map<String, String> words = new ConcurrentHashMap<>();

    /** The folded Latin form of {@code text}: lower-case ASCII, single spaces, no space at either end. */
    public String romanise(String text) {
        StringBuilder roman = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (c < 0x80) {
                appendAscii(roman, (char) c);
            } else if (isHan(c)) {
                end = runEnd(text, i, true);
                appendHan(roman, text.substring(i, end));
            } else {
                end = runEnd(text, i, false);
                appendFolded(roman, word(text.substring(i, end)));
            }
            i = end;
        }
        int length = roman.length();
        return length > 0 && roman.charAt(length - 1) == ' ' ? roman.substring(0, length - 1) : roman.toString();
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && c != '々' && c != '〇';
    }

    /** Where a run of Han, or of one word in other letters that begins at {@code start}, ends. */
    private static int runEnd(String text, int start, boolean han) {
        int i = start;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (c == ' ' || (han && c < 0x80) || isHan(c) != han) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static void appendAscii(StringBuilder roman, char c) {
        if (c > ' ' && c < 0x7F) {
            roman.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        } else {
            space(roman);
        }
    }

    private static void appendFolded(StringBuilder roman, String folded) {
        for (int i = 0; i < folded.length(); i++) {
            appendAscii(roman, folded.charAt(i));
        }
    }

    private void appendHan(StringBuilder roman, String run) {
        int i = 0;
        while (i < run.length()) {
            space(roman);
            int length = Character.charCount(run.codePointAt(i));
            int next = i + length;
            if (next < run.length() && SURNAME_SECONDS.indexOf(run.charAt(next)) >= 0) {
                length++;
                appendFolded(roman, read(run.substring(i, i + length), i == 0));
            } else {
                appendFolded(roman, reading(run, i, length));
            }
            i += length;
        }
        space(roman);
    }

    private String reading(String run, int at, int length) {
        int slot = run.charAt(at) - HAN_FIRST;
        if (length > 1 || slot < 0 || slot >= HAN_COUNT) {
            return read(run.substring(at, at + length), at == 0);
        }
        String[] known = at == 0 ? leading : following;
        String reading = known[slot];
        if (reading == null) {
            // Two threads may both read it and both store the same immutable string.
            reading = read(run.substring(at, at + 1), at == 0);
            known[slot] = reading;
        }
        return reading;
    }

    private static String read(String han, boolean first) {
        return first
                ? Rules.HAN.transliterate(han)
                : Rules.HAN.transliterate("一" + han).substring(3);
    }

    private String word(String word) {
        String known = words.get(word);
        if (known != null) {
            return known;
        }
        String folded = Rules.ANY.transliterate(word);
        if (words.size() >= WORDS_KEPT) {
            words.clear();
        }
        words.put(word, folded);
        return folded;
    }

    private static void space(StringBuilder roman) {
        if (roman.length() > 0 && roman.charAt(roman.length() - 1) != ' ') {
            roman.append(' ');
        }
    }

    /** Loaded with the first name that needs it: that takes half a second of work. */
    private static final class Rules {
        static final Transliterator HAN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
        static final Transliterator ANY =
                Transliterator.getInstance("NFKC; Any-Latin; Latin-ASCII; [:^ASCII:] Remove; Lower");
    }
}
