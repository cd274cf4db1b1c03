package io.clientele.registry.internal.transfer;

import io.clientele.kernel.InvalidInputException;
import io.clientele.registry.internal.transfer.mapping.Dates;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person sets right about an import; what is null stays as it is. The members are those of {@link ImportSettings}.
 *
 * @param mapping replaces the whole mapping
 */
record ImportEdit(
        @Nullable Map<String, @Nullable String> mapping,
        @Nullable String source,
        @Nullable String currency,
        @Nullable String dateFormat,
        @Nullable String decimal,
        @Nullable Boolean createMissing,
        @Nullable String encoding,
        @Nullable String delimiter,
        @Nullable Boolean header) {

    ImportSettings apply(StoredImport job, ImportFiles files) throws IOException {
        ImportSettings known = job.settings();
        if (encoding != null || delimiter != null || header != null) {
            ImportGuess.Said said = new ImportGuess.Said(
                    encoding == null ? known.encoding() : encoding,
                    delimiter == null ? known.delimiter() : delimiter,
                    header == null ? known.header() : header);
            byte[] head = files.head(job.id());
            known = ImportGuess.settings(job.origin().kind(), head, StandardCharsets.UTF_8, said);
        }
        if (dateFormat != null && !Dates.FORMATS.contains(dateFormat)) {
            throw new InvalidInputException(
                    "/dateFormat", "Only dates with slashes and the year last need a format: M/d/yyyy or d/M/yyyy");
        }
        if (decimal != null && !decimal.equals(".") && !decimal.equals(",")) {
            throw new InvalidInputException("/decimal", "The sign before the fraction is a point or a comma");
        }
        return new ImportSettings(
                known.encoding(),
                known.delimiter(),
                known.header(),
                known.columns(),
                mapping == null ? known.mapping() : codes(mapping),
                source == null ? job.settings().source() : source,
                currency == null ? job.settings().currency() : currency,
                dateFormat == null ? known.dateFormat() : dateFormat,
                decimal == null ? known.decimal() : decimal,
                createMissing == null ? job.settings().createMissing() : createMissing,
                known.notes());
    }

    private static Map<String, String> codes(Map<String, @Nullable String> mapping) {
        Map<String, String> codes = new LinkedHashMap<>();
        mapping.forEach((column, code) -> {
            if (code == null) {
                throw new InvalidInputException(
                        ImportSettings.pointer(column), "is null; \"ignore\" leaves a column out");
            }
            codes.put(column, code);
        });
        return codes;
    }
}
