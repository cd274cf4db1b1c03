package io.clientele.registry.internal;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Tells numbers that are written in full already (E.164) without reading them as a person's writing, which takes a hundred times as long.
 * Only country codes under which nothing but a leading zero, or what is excepted here, is a prefix that a reader would take off.
 */
final class InternationalNumbers {
    private static final int MIN_LENGTH = 9;
    private static final int MAX_LENGTH = 16;
    private static final String[] CODES = {"86", "1", "44", "49", "33", "81", "852", "65", "61", "34", "31", "41", "46"
    };

    private InternationalNumbers() {}

    /** Whether {@code text} is a possible number in the form in which it is kept; false says nothing. */
    static boolean isCanonical(String text) {
        if (text.length() < MIN_LENGTH || text.length() > MAX_LENGTH || text.charAt(0) != '+' || !areDigits(text)) {
            return false;
        }
        for (String code : CODES) {
            if (text.startsWith(code, 1)) {
                int from = 1 + code.length();
                return !isPrefixed(code, text, from) && isPossible(code, text.substring(from));
            }
        }
        return false;
    }

    private static boolean areDigits(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrefixed(String code, String text, int from) {
        boolean chinese = code.equals("86");
        return text.startsWith("0", from)
                || (code.equals("1") && text.startsWith("1", from))
                // Carriers that are dialled before the number: 112xx, 12xxx, 179xx.
                || (chinese
                        && (text.startsWith("11", from) || text.startsWith("12", from) || text.startsWith("179", from)))
                || (code.equals("61") && text.startsWith("18", from));
    }

    private static boolean isPossible(String code, String national) {
        PhoneNumber number =
                new PhoneNumber().setCountryCode(Integer.parseInt(code)).setNationalNumber(Long.parseLong(national));
        return Phones.Library.UTIL.isPossibleNumber(number);
    }
}
