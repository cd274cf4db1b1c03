package io.clientele.registry.internal.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import io.clientele.rest.Told;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as its owner sees it.
 *
 * @param header the names of the columns
 * @param sample the first rows, before it runs
 * @param rows how many rows of the file are done; the other counts are parts of it, save {@code customersAdded}
 * @param bytes the length of the file, of which {@code readBytes} are done
 * @param errors the first rows that failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        String kind,
        String name,
        String createdAt,
        String state,
        boolean dryRun,
        @Told @Nullable String fault,
        String encoding,
        String delimiter,
        boolean hasHeader,
        List<String> header,
        Map<String, String> mapping,
        @Nullable String source,
        @Nullable String currency,
        String dateFormat,
        String decimal,
        boolean createMissing,
        @Told List<String> notes,
        List<List<String>> sample,
        long rows,
        long added,
        long updated,
        long unchanged,
        long failed,
        long customersAdded,
        long bytes,
        long readBytes,
        List<Fault> errors) {

    /** A row that failed; {@code column} is empty if it did as a whole. */
    record Fault(long line, String column, @Told String reason) {}

    static ImportView of(StoredImport job, List<List<String>> sample, List<Fault> errors) {
        StoredImport.Origin origin = job.origin();
        StoredImport.Standing standing = job.standing();
        ImportSettings settings = job.settings();
        Progress progress = job.progress();
        return new ImportView(
                ShortId.format(job.id()),
                origin.kind().code(),
                origin.name(),
                origin.createdAt().toString(),
                standing.seen().code(),
                standing.dryRun(),
                standing.fault(),
                settings.encoding(),
                settings.delimiter(),
                settings.header(),
                settings.columns(),
                settings.mapping(),
                settings.source(),
                settings.currency(),
                settings.dateFormat(),
                settings.decimal(),
                settings.createMissing(),
                settings.notes(),
                sample,
                progress.rows(),
                progress.added(),
                progress.updated(),
                progress.unchanged(),
                progress.failed(),
                progress.customersAdded(),
                origin.bytes(),
                progress.readBytes(),
                errors);
    }

    /** Whether nothing more happens by itself. */
    boolean atRest() {
        return !state.equals(ImportState.RUNNING.code()) && !state.equals(ImportState.WAITING.code());
    }
}
