package io.clientele.registry.internal.transfer;

import io.clientele.kernel.ConflictException;
import io.clientele.kernel.GoneException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.persistence.Transactions;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.csv.CsvLayout;
import io.clientele.registry.internal.transfer.csv.CsvRows;
import io.clientele.registry.internal.transfer.csv.MalformedCsvException;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Takes the rows of one file to the registry, batch by batch. The rows of a batch and the progress they make are one transaction, so a run
 * that is cut off anywhere goes on from there, and comes to the same end.
 */
final class ImportRun<T> {
    private static final int ATTEMPTS = 3;

    private final StoredImport job;
    private final ImportTarget<T> target;
    private final Batches<T> batches;
    private final Ledger ledger;
    private Progress progress;

    /**
     * What a run writes to.
     *
     * @param save writes the progress; false if this run may not write any more
     * @param saved is told when that is committed
     * @param stopped whether it is to end after the batch at hand
     * @param rehearsed what a dry run would have written
     */
    record Ledger(
            Transactions transactions,
            Dialect dialect,
            ImportFiles files,
            int batchRows,
            Predicate<Progress> save,
            Runnable saved,
            BooleanSupplier stopped,
            Rehearsal rehearsed) {}

    ImportRun(StoredImport job, ImportTarget<T> target, SeenRows seen, Ledger ledger) {
        this.job = job;
        this.target = target;
        this.ledger = ledger;
        this.progress = job.progress();
        this.batches = new Batches<>(target.reader(), seen, job.standing().dryRun());
    }

    /** Runs to the end of the file; false if it was stopped before. */
    boolean run() throws IOException {
        ImportSettings settings = job.settings();
        CsvLayout layout = new CsvLayout(Charset.forName(settings.encoding()), settings.delimiter(), settings.header());
        try (CountedInput file = new CountedInput(ledger.files.source(job.id()));
                CsvRows rows = CsvRows.open(file, layout);
                ErrorFile errors =
                        new ErrorFile(ledger.files.errors(job.id()), progress.errorBytes(), settings.columns())) {
            if (settings.header()) {
                rows.next();
            }
            Entries<T> entries =
                    new Entries<>(rows, target.reader(), settings.columns().size());
            batches.skip(entries, progress.rows());
            while (true) {
                Batches.Batch<T> batch = batches.next(entries, ledger.batchRows);
                write(batch, file, errors);
                ledger.saved.run();
                MalformedCsvException end = batch.malformed();
                if (end != null) {
                    throw end;
                }
                if (batch.last()) {
                    return true;
                }
                if (ledger.stopped.getAsBoolean()) {
                    return false;
                }
            }
        }
    }

    /** Writes a batch; entry by entry where others keep changing its customers, so that only what cannot be written is left out. */
    private void write(Batches.Batch<T> batch, CountedInput file, ErrorFile errors) throws IOException {
        try {
            commit(batch, file, errors);
        } catch (ConflictException | GoneException | NotFoundException | PreconditionException e) {
            for (Entry<T> entry : batch.entries()) {
                write(entry, file, errors);
            }
        }
    }

    private void write(Entry<T> entry, CountedInput file, ErrorFile errors) throws IOException {
        try {
            commit(Batches.Batch.of(entry), file, errors);
        } catch (ConflictException | GoneException | NotFoundException | PreconditionException e) {
            Entry.Fault fault = new Entry.Fault(entry.rows().get(0), 0, String.valueOf(e.getMessage()));
            commit(Batches.Batch.of(new Entry<>(entry.rows(), null, fault)), file, errors);
        }
    }

    private void commit(Batches.Batch<T> batch, CountedInput file, ErrorFile errors) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                progress = ledger.transactions.write(connection -> {
                    planAfresh(connection);
                    try {
                        Progress next = batches.settle(batch, outcomes(batch), progress, errors)
                                .at(file.count(), errors.flush(), 0);
                        if (!ledger.save.test(next)) {
                            throw new SupersededException();
                        }
                        return next;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                return;
            } catch (DuplicateKeyException
                    | ConflictException
                    | GoneException
                    | NotFoundException
                    | PreconditionException e) {
                // Somebody else added, merged, erased or changed one of these customers meanwhile; the next attempt
                // sees it.
                errors.back(progress.errorBytes());
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }

    /**
     * Tables grow by orders of magnitude during a run. A plan that the server made for a prepared statement when they were small would be
     * kept, and read them whole for every batch. Its statistics are as old, so it is told that every look-up of a batch has an index.
     */
    private void planAfresh(Connection connection) throws SQLException {
        if (ledger.dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local plan_cache_mode = force_custom_plan; set local enable_seqscan = off");
            }
        }
    }

    private ImportTarget.Written outcomes(Batches.Batch<T> batch) {
        if (batch.values().isEmpty()) {
            return new ImportTarget.Written(List.of(), 0);
        }
        return job.standing().dryRun()
                ? target.rehearse(batch.values(), ledger.rehearsed)
                : target.write(batch.values());
    }

    /** Another run has taken this one's place. */
    static final class SupersededException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SupersededException() {
            super("Another run has taken over");
        }
    }
}
