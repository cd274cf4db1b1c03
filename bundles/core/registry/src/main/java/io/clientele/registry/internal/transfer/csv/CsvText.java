package io.clientele.registry.internal.transfer.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.clientele.kernel.FormulaGuard;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes rows with commas, quotes and CRLF (RFC 4180), every value behind the {@link FormulaGuard}. */
public final class CsvText implements Closeable {
    private final CsvWriter rows;

    public CsvText(Writer target) {
        rows = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.REQUIRED)
                .bufferSize(1 << 15)
                .build(target);
    }

    /** Writes one row. */
    public void row(List<String> values) {
        CsvWriter.CsvWriterRecord row = rows.writeRecord();
        for (String value : values) {
            row.writeField(FormulaGuard.close(value));
        }
        row.endRecord();
    }

    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
