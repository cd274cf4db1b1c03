package io.clientele.registry.internal.transfer;

import io.clientele.registry.internal.transfer.csv.CsvRow;
import io.clientele.registry.internal.transfer.csv.CsvRows;
import io.clientele.registry.internal.transfer.csv.MalformedCsvException;
import io.clientele.registry.internal.transfer.mapping.BadCellException;
import io.clientele.registry.internal.transfer.mapping.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of a file say, one thing after the other. A row that cannot be read is a faulty entry, not the end. For one thread. */
final class Entries<T> {
    private static final int MAX_GROUP = 1_000;

    private final CsvRows rows;
    private final RowReader<T> reader;
    private final int width;
    private @Nullable CsvRow pending;

    /**
     * Reads entries.
     *
     * @param width how many columns the file has
     */
    Entries(CsvRows rows, RowReader<T> reader, int width) {
        this.rows = rows;
        this.reader = reader;
        this.width = width;
    }

    /** The next entry, or null at the end. */
    @Nullable
    Entry<T> next() throws IOException {
        CsvRow first = pending == null ? row() : pending;
        pending = null;
        if (first == null) {
            return null;
        }
        String group = reader.group(first.cells());
        if (group.isEmpty()) {
            return read(List.of(first));
        }
        List<CsvRow> together = new ArrayList<>();
        together.add(first);
        for (pending = row(); pending != null && together.size() < MAX_GROUP; pending = row()) {
            if (!reader.group(pending.cells()).equals(group)) {
                break;
            }
            together.add(pending);
        }
        return read(together);
    }

    /** The next row. Where rows belong together, one that may belong to those before or behind it ends them: nothing is written by half. */
    private @Nullable CsvRow row() throws IOException {
        CsvRow row = rows.next();
        CsvRow.Fault fault = row == null ? null : row.fault();
        if (row != null && fault != null && fault.unparted() && reader.once()) {
            throw new MalformedCsvException(row.line(), fault.reason());
        }
        return row;
    }

    private Entry<T> read(List<CsvRow> together) {
        T value = null;
        for (CsvRow row : together) {
            try {
                check(row);
                T one = reader.read(row.cells());
                value = value == null ? one : reader.join(value, one);
            } catch (BadCellException e) {
                return new Entry<>(together, null, new Entry.Fault(row, e.column(), String.valueOf(e.getMessage())));
            }
        }
        return new Entry<>(together, value, null);
    }

    private void check(CsvRow row) {
        CsvRow.Fault fault = row.fault();
        if (fault != null) {
            throw new BadCellException(fault.column(), fault.reason());
        }
        List<String> cells = row.cells();
        boolean more = cells.size() > width
                && cells.subList(width, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
        if (cells.size() < width || more) {
            throw new BadCellException(0, "The row has " + cells.size() + " columns; " + width + " are expected");
        }
    }
}
