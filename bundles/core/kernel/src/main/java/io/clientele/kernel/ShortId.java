package io.clientele.kernel;

/**
 * The text form of a 64-bit id: 13 characters of Crockford's base 32, most significant first, so that texts sort as their ids do.
 * Reading forgives case and the look-alikes {@code O}, {@code I} and {@code L}.
 */
public final class ShortId {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;

    private ShortId() {}

    /** Writes a non-negative id. */
    public static String format(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("id is negative");
        }
        char[] text = new char[LENGTH];
        long rest = id;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    /** Reads what {@link #format} wrote, or returns -1 for any other text. */
    public static long parse(String text) {
        if (text.length() != LENGTH) {
            return -1;
        }
        long id = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0 || (i == 0 && digit > 7)) {
                return -1;
            }
            id = id << 5 | digit;
        }
        return id;
    }

    private static int digit(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> DIGITS.indexOf(upper);
        };
    }
}
