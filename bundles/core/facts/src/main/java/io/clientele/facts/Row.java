package io.clientele.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a query reads of the customer table, and what it makes of a row.
 *
 * @param columns column names of the customer table, in the order in which {@code reader} finds them from 1 on
 */
public record Row<T>(List<String> columns, Reader<T> reader) {
    public Row {
        columns = List.copyOf(columns);
    }

    /** Makes a value of the current row. */
    @ConsumerType
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
