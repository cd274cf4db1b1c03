package io.clientele.registry.internal.transfer.mapping;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/**
 * Reads exact numbers, with or without separators between thousands and a sign of money.
 *
 * @param decimalComma whether a comma parts the fraction, and a point the thousands
 */
public record Numbers(boolean decimalComma) {
    private static final char UNKNOWN = ' ';
    private static final String MONEY = "$€£¥￥";

    /** Whether the values are written with a decimal comma, as far as they tell. */
    public static Numbers tell(Collection<String> values) {
        long commas = values.stream().filter(value -> fraction(value) == ',').count();
        long points = values.stream().filter(value -> fraction(value) == '.').count();
        return new Numbers(commas > points);
    }

    /** Whether its only comma or point may part either a fraction of three digits or thousands. */
    public static boolean isAmbiguous(String value) {
        return Math.max(value.indexOf(','), value.indexOf('.')) >= 0 && fraction(value) == UNKNOWN;
    }

    /** The sign that parts the fraction of a value: the last one, unless it parts thousands. */
    private static char fraction(String value) {
        int comma = value.lastIndexOf(',');
        int point = value.lastIndexOf('.');
        int last = Math.max(comma, point);
        if (last < 0) {
            return UNKNOWN;
        }
        char sign = value.charAt(last);
        if (Math.min(comma, point) >= 0) {
            return sign;
        }
        if (value.indexOf(sign) < last) {
            return sign == ',' ? '.' : ',';
        }
        return value.substring(last).chars().filter(Character::isDigit).count() == 3 ? UNKNOWN : sign;
    }

    /** The number, or empty if it is none. */
    public Optional<BigDecimal> number(String text) {
        char point = decimalComma ? ',' : '.';
        char thousands = decimalComma ? '.' : ',';
        StringBuilder plain = new StringBuilder(text.length());
        int group = -1;
        boolean fraction = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
                group += group >= 0 ? 1 : 0;
            } else if (c == point && !fraction && (group < 0 || group == 3)) {
                plain.append('.');
                fraction = true;
                group = -1;
            } else if (c == thousands && !fraction && !plain.isEmpty() && (group < 0 || group == 3)) {
                group = 0;
            } else if ((c == '-' || c == '+') && plain.isEmpty()) {
                plain.append(c);
            } else if (MONEY.indexOf(c) < 0 && c != ' ' && c != '\u00A0') {
                return Optional.empty();
            }
        }
        return group < 0 || group == 3 ? decimal(plain) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(StringBuilder plain) {
        // Far above any amount of money, and far below what would take long to calculate with.
        if (plain.length() > 40 || plain.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain.toString()));
    }
}
