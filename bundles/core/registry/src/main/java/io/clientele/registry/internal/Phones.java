package io.clientele.registry.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;

/** Brings telephone numbers into one form. Safe for use by many threads. */
public final class Phones {
    private final String region;

    /** Reads numbers without a country code as numbers of {@code region} (ISO 3166 alpha-2). */
    public Phones(String region) {
        this.region = region;
    }

    /**
     * A number in its two forms.
     *
     * @param shown {@code +861065529988 ext. 8001}, or as entered if it is no public number
     * @param key what equal numbers share: E.164 without extension, or the digits
     */
    public record Canonical(String shown, String key) {}

    /** Reads what a person entered. */
    public Canonical read(String entered) {
        if (InternationalNumbers.isCanonical(entered)) {
            return new Canonical(entered, entered);
        }
        String text = TextRules.isPlain(entered) ? entered : latin(entered);
        String digits = digits(text);
        // Service numbers such as 95588 are short; the library takes them for local numbers.
        if (digits.length() < 7 || digits.length() > 24) {
            return new Canonical(entered, digits.isEmpty() ? entered : digits);
        }
        try {
            PhoneNumber number = Library.UTIL.parse(text, region);
            if (!Library.UTIL.isPossibleNumber(number)) {
                return new Canonical(entered, digits);
            }
            String e164 = Library.UTIL.format(number, PhoneNumberFormat.E164);
            return new Canonical(number.hasExtension() ? e164 + " ext. " + number.getExtension() : e164, e164);
        } catch (NumberParseException e) {
            return new Canonical(entered, digits);
        }
    }

    /** What a person searches for, in the form of the keys; the beginning of an international number keeps its plus. */
    public String searchKey(String entered) {
        String text = entered.strip();
        String key = read(text).key();
        return text.startsWith("+") && !key.startsWith("+") ? "+" + key : key;
    }

    private static String latin(String entered) {
        String text = Normalizer.normalize(entered, Normalizer.Form.NFKC);
        return text.replace("转", " ext. ")
                .replace("轉", " ext. ")
                .replace("分机", " ext. ")
                .replace("分機", " ext. ")
                .replace("内线", " ext. ")
                .replace("內線", " ext. ");
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Loaded with the first number: its metadata takes a while. */
    static final class Library {
        static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

        private Library() {}
    }
}
