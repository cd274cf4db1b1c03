package io.clientele.registry.internal.transfer;

import io.clientele.kernel.FormulaGuard;
import io.clientele.registry.internal.transfer.csv.CsvRow;
import io.clientele.registry.internal.transfer.csv.CsvText;
import io.clientele.registry.internal.transfer.mapping.MappingGuess;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The rows that failed, as a table that can be set right and imported: line, column and reason stand before the row as it came. */
final class ErrorFile implements Closeable {
    private final FileChannel file;
    private final CsvText rows;
    private final List<String> columns;

    /**
     * Opens the list of errors.
     *
     * @param length how much of it counts; whatever a run that was cut off left behind goes
     */
    ErrorFile(Path path, long length, List<String> columns) throws IOException {
        this.columns = columns;
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(length);
        file.position(length);
        rows = new CsvText(new OutputStreamWriter(Channels.newOutputStream(file), StandardCharsets.UTF_8));
        if (length == 0) {
            List<String> header = new ArrayList<>(MappingGuess.ERROR_COLUMNS);
            header.set(0, "\uFEFF" + header.get(0));
            header.addAll(columns);
            rows.row(header);
        }
    }

    /**
     * Adds a row.
     *
     * @param column the column at fault, from 1 on, or 0
     */
    void add(CsvRow row, int column, String reason) {
        List<String> cells = new ArrayList<>(row.cells().size() + 3);
        cells.add(Long.toString(row.line()));
        cells.add(column > 0 && column <= columns.size() ? columns.get(column - 1) : "");
        cells.add(reason);
        row.cells().forEach(cell -> cells.add(FormulaGuard.open(cell)));
        for (int i = row.cells().size(); i < columns.size(); i++) {
            cells.add("");
        }
        rows.row(cells);
    }

    /** Hands everything to the operating system; returns how long the list is now. */
    long flush() throws IOException {
        rows.flush();
        return file.position();
    }

    /** Forgets what was added since it had this length. */
    void back(long length) throws IOException {
        rows.flush();
        file.truncate(length);
        file.position(length);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
