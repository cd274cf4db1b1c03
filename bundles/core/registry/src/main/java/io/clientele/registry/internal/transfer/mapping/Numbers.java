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
    private static final String MONEY = "$€£¥￥";

    /** Whether the values are written with a decimal comma, as far as they tell. */
    public static Numbers tell(Collection<String> values) {
        int commas = 0;
        int points = 0;
        for (String value : values) {
            int comma = value.lastIndexOf(',');
            int point = value.lastIndexOf('.');
            boolean fraction = comma >= 0 && value.length() - comma - 1 != 3;
            if (comma > point && (fraction || point >= 0)) {
                commas++;
            } else if (point > comma) {
                points++;
            }
        }
        return new Numbers(commas > points);
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
