package io.clientele.kernel;

/**
 * Keeps spreadsheets from taking a value for a formula: such a value gets a leading apostrophe, and so does one that has an apostrophe of
 * its own, so that {@link #open} gives back every value that {@link #close} was given.
 */
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final String SKIPPED = " \"'\u00A0\u200B\u3000\uFEFF";

    private FormulaGuard() {}

    /** The value as it is safe to write. */
    public static String close(String value) {
        return !value.isEmpty() && (value.charAt(0) == '\'' || isFormula(value, 0)) ? "'" + value : value;
    }

    /** The value that was meant. A foreign value that only happens to begin with an apostrophe stays as it is. */
    public static String open(String value) {
        boolean guarded =
                value.length() > 1 && value.charAt(0) == '\'' && (value.charAt(1) == '\'' || isFormula(value, 1));
        return guarded ? value.substring(1) : value;
    }

    private static boolean isFormula(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (STARTS.indexOf(c) >= 0) {
                return true;
            }
            if (SKIPPED.indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
