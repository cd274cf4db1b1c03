package io.clientele.registry.internal.transfer.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in a file.
 *
 * @param line the line of the file on which it starts, from 1 on
 * @param cells what stands between the delimiters, without quotes
 * @param fault why the row cannot be taken, or null if nothing is wrong with its characters
 */
public record CsvRow(long line, List<String> cells, @Nullable Fault fault) {

    /**
     * What is wrong with a row.
     *
     * @param column the place of the cell, from 1 on; 0 for the row as a whole
     * @param unparted whether the line could not be parted into cells, so that it is the only one
     */
    public record Fault(int column, String reason, boolean unparted) {
        public Fault(int column, String reason) {
            this(column, reason, false);
        }
    }
}
