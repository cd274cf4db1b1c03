package io.clientele.segmentation.internal.plan;

import io.clientele.kernel.FormulaGuard;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows with commas, quotes and CRLF (RFC 4180), every value behind the {@link FormulaGuard}. */
final class CsvLines {
    private final Writer out;

    CsvLines(Writer out) {
        this.out = out;
    }

    void row(List<String> values) throws IOException {
        out.write(values.stream().map(CsvLines::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String value) {
        String safe = FormulaGuard.close(value);
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
