package io.clientele.facts.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Hands values to a statement in the form in which an index can look them up. */
final class Binding {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Binding() {}

    static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else {
            statement.setObject(index, value);
        }
    }

    /** One array keeps the text of the statement the same however many values there are. */
    static void bindArray(PreparedStatement statement, int index, List<?> values) throws SQLException {
        Object[] elements = values.toArray();
        Object first = elements[0];
        String type = "bigint";
        if (first instanceof String) {
            type = "text";
        } else if (first instanceof Number) {
            boolean whole = values.stream().allMatch(v -> v instanceof Long);
            type = whole ? "bigint" : "numeric";
            for (int i = 0; !whole && i < elements.length; i++) {
                elements[i] = new BigDecimal(elements[i].toString());
            }
        } else if (first instanceof java.time.LocalDate) {
            type = "date";
        } else if (first instanceof java.time.OffsetDateTime) {
            type = "timestamptz";
        }
        statement.setArray(index, statement.getConnection().createArrayOf(type, elements));
    }

    /** Whole numbers go as integers: compared with a decimal, an integer column could not use its index on PostgreSQL. */
    static Object canonical(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0 && plain.compareTo(LEAST) >= 0 && plain.compareTo(MOST) <= 0;
        return whole ? (Object) plain.longValueExact() : plain;
    }
}
