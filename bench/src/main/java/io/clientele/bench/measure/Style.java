package io.clientele.bench.measure;

import java.util.Locale;

/**
 * How the figures of a line are written.
 *
 * @param unit follows each number
 * @param decimals digits after the point
 * @param remark the line's last column
 */
public record Style(String unit, int decimals, String remark) {
    String write(double value) {
        return number(value, decimals) + " " + unit;
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
