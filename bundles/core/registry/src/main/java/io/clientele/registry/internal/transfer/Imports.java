package io.clientele.registry.internal.transfer;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.access.Role;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.ShortId;
import io.clientele.registry.internal.transfer.StoredImport.Origin;
import io.clientele.registry.internal.transfer.csv.CsvLayout;
import io.clientele.registry.internal.transfer.csv.CsvRow;
import io.clientele.registry.internal.transfer.csv.CsvRows;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import io.clientele.rest.EventStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Files to be imported: how they come, how they are understood, and how far they are. Everybody sees their own; administrators see all. */
public final class Imports {
    private static final String PERMISSION = "customers:import";
    private static final int ERRORS_SHOWN = 100;

    private final Callers callers;
    private final ImportStore store;
    private final ImportFiles files;
    private final ImportRuns runs;
    private final Origins origins;

    /** Where ids and times come from. */
    record Origins(Ids ids, Clock clock) {}

    Imports(Callers callers, ImportStore store, ImportFiles files, ImportRuns runs, Origins origins) {
        this.callers = callers;
        this.store = store;
        this.files = files;
        this.runs = runs;
        this.origins = origins;
    }

    /** Takes a file in and guesses how it is written. */
    ImportView upload(ImportKind kind, String name, ImportGuess.Said said, InputStream body) {
        Caller caller = callers.require(PERMISSION);
        long id = origins.ids.next();
        boolean kept = false;
        try {
            ImportFiles.Upload upload = files.receive(id, body);
            ImportSettings settings = ImportGuess.settings(kind, files.head(id), upload.encoding(), said);
            String shortName = name.length() > 200 ? name.substring(name.length() - 200) : name;
            store.add(
                    id,
                    new Origin(kind, shortName, caller.user(), origins.clock.instant(), upload.bytes(), upload.lines()),
                    settings);
            kept = true;
            return find(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept) {
                remove(id);
            }
        }
    }

    private void remove(long id) {
        try {
            files.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest imports of the caller. */
    List<ImportView> newest() {
        Caller caller = callers.require(PERMISSION);
        return store.newest(caller.user()).stream()
                .map(job -> ImportView.of(job, List.of(), List.of()))
                .toList();
    }

    ImportView find(long id) {
        StoredImport job = own(id);
        try {
            boolean untouched = job.standing().state() == ImportState.UPLOADED && Files.exists(files.source(id));
            return ImportView.of(
                    job,
                    untouched ? ImportGuess.sample(files.head(id), job.settings()) : List.of(),
                    job.progress().failed() > 0 && Files.exists(files.errors(id))
                            ? errors(id, job.progress().errorBytes())
                            : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ImportView.Fault> errors(long id, long length) throws IOException {
        List<ImportView.Fault> errors = new ArrayList<>();
        CsvLayout layout = new CsvLayout(StandardCharsets.UTF_8, ",", true);
        try (CountedInput file = new CountedInput(files.errors(id));
                CsvRows rows = CsvRows.open(file, layout)) {
            rows.next();
            for (CsvRow row = rows.next();
                    row != null && errors.size() < ERRORS_SHOWN && length > 0;
                    row = rows.next()) {
                errors.add(new ImportView.Fault(
                        Long.parseLong(row.cells().get(0)),
                        row.cells().get(1),
                        row.cells().get(2)));
            }
        }
        return errors;
    }

    /** Writes how a file is to be understood. */
    ImportView understand(long id, ImportEdit edit) {
        StoredImport job = own(id);
        boolean begun = job.standing().state() != ImportState.UPLOADED
                && !(job.standing().dryRun() && job.standing().seen() != ImportState.RUNNING);
        if (begun) {
            throw new ConflictException(
                    "import-begun", "The import has begun; how the file is understood cannot change any more");
        }
        try {
            ImportSettings settings = edit.apply(job, files);
            runs.check(job.origin().kind(), settings);
            if (!store.understand(job, settings)) {
                throw new ConflictException("import-begun", "The import has begun meanwhile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(id);
    }

    /** Begins to run, or goes on. */
    ImportView run(long id, boolean dryRun) {
        StoredImport job = own(id);
        if (!Files.exists(files.source(id)) && job.standing().state() != ImportState.DONE) {
            throw new ConflictException(
                    "import-elsewhere", "The file lies on another node, or is gone; upload it again");
        }
        runs.run(job, dryRun);
        return find(id);
    }

    /** The rows that failed, as a file. */
    Path errors(long id) {
        own(id);
        Path errors = files.errors(id);
        if (!Files.exists(errors)) {
            throw new NotFoundException("list of errors of import", ShortId.format(id));
        }
        return errors;
    }

    /** Forgets an import and its files; what it imported stays. */
    void forget(long id) {
        StoredImport job = own(id);
        ImportState state = job.standing().seen();
        if (state == ImportState.RUNNING || state == ImportState.WAITING || !store.remove(job)) {
            throw new ConflictException("import-running", "This import is running or waiting to run");
        }
        remove(id);
    }

    /** Sends where an import stands to {@code sink}, now and whenever that changes, until it is at rest. */
    void follow(long id, EventStream.Sink sink) {
        Caller caller = callers.require(PERMISSION);
        runs.follow(sink, () -> callers.as(caller, () -> find(id)));
    }

    private StoredImport own(long id) {
        Caller caller = callers.require(PERMISSION);
        return store.find(id)
                .filter(job -> job.origin().createdBy().equals(caller.user())
                        || caller.roles().contains(Role.ADMIN))
                .orElseThrow(() -> new NotFoundException("import", id < 0 ? "of this id" : ShortId.format(id)));
    }

    /** Reads the id of an import. */
    static long id(String text) {
        long id = ShortId.parse(text);
        if (id < 0) {
            throw new NotFoundException("import", text);
        }
        return id;
    }

    /** Reads the name of a kind. */
    static ImportKind kind(String text) {
        return ImportKind.of(text)
                .orElseThrow(() -> new InvalidInputException(
                        "kind", "A file holds customers, purchases, interactions or relations"));
    }
}
