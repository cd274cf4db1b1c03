package io.clientele.registry.internal.transfer;

import io.clientele.registry.internal.transfer.csv.CsvRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a file that say one thing together; most often it is one row.
 *
 * @param value what they say, or null if one of them is faulty
 */
record Entry<T>(List<CsvRow> rows, @Nullable T value, @Nullable Fault fault) {
    /** What is wrong with which of the rows, and in which column, counted from 1; 0 for the row as a whole. */
    record Fault(CsvRow row, int column, String reason) {}
}
