package io.clientele.facts.internal;

import io.clientele.facts.FactType;
import io.clientele.kernel.ShortId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads a fact: as the database holds it, and as others are told it. */
final class FactValue {
    private FactValue() {}

    static @Nullable Object held(ResultSet row, int column, FactType type) throws SQLException {
        Object value =
                switch (type) {
                    case TEXT, WORDS -> row.getString(column);
                    case NUMBER -> row.getBigDecimal(column);
                    case BOOLEAN -> row.getBoolean(column);
                    case DATE -> row.getObject(column, LocalDate.class);
                    case INSTANT -> row.getObject(column, OffsetDateTime.class);
                    case ID -> row.getLong(column);
                };
        return row.wasNull() ? null : value;
    }

    static @Nullable Object told(ResultSet row, int column, FactType type) throws SQLException {
        Object value = held(row, column, type);
        if (value instanceof Long id) {
            return ShortId.format(id);
        }
        if (value instanceof BigDecimal number) {
            return number.scale() > 0 ? plain(number) : number;
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    }

    /** Without the zeros that the column's scale adds. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
