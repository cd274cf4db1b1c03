package io.clientele.registry.internal.transfer;

import io.clientele.access.Caller;
import io.clientele.access.Callers;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Ids;
import io.clientele.kernel.ProblemException;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Dialect;
import io.clientele.persistence.Transactions;
import io.clientele.registry.internal.Rehearsal;
import io.clientele.registry.internal.transfer.csv.MalformedCsvException;
import io.clientele.registry.internal.transfer.mapping.ImportKind;
import io.clientele.registry.internal.transfer.mapping.ImportSettings;
import io.clientele.rest.EventStream.Sink;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs imports in the background, one at a time on this node; the others wait. Safe for use by many threads. */
final class ImportRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);
    private static final int WAITING = 50;
    private static final Duration LAST_BATCH = Duration.ofSeconds(20);

    private final ImportStore store;
    private final ImportTargets targets;
    private final Surroundings surroundings;
    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
    private final Set<Long> here = ConcurrentHashMap.newKeySet();
    private final ImportEvents events = new ImportEvents();
    private volatile boolean stopping;

    /** What runs work with. */
    record Surroundings(
            Transactions transactions, Dialect dialect, Callers callers, Ids ids, ImportFiles files, int batchRows) {}

    ImportRuns(ImportStore store, ImportTargets targets, Surroundings surroundings) {
        this.store = store;
        this.targets = targets;
        this.surroundings = surroundings;
        executor.allowCoreThreadTimeOut(true);
    }

    /** Fails with {@link io.clientele.kernel.InvalidInputException} if a file cannot be understood in this way. */
    void check(ImportKind kind, ImportSettings settings) {
        targets.of(kind, settings, key -> 1);
    }

    /** Begins a run, or goes on with one that was interrupted, as the current caller. */
    void run(StoredImport job, boolean dryRun) {
        check(job.origin().kind(), job.settings());
        Progress from = from(job, dryRun);
        Caller caller = surroundings.callers.current();
        Rights rights = new Rights(targets.staff().users(), caller.user());
        long claim = surroundings.ids.next();
        surroundings.transactions.write(connection -> {
            if (!store.claim(job, claim, new ImportStore.Mode(dryRun, from))) {
                throw running();
            }
            // The request may be part of a larger unit of work, before whose end no other thread sees the claim.
            surroundings.transactions.afterCommit(() -> begin(job.id(), claim, caller, rights));
            return claim;
        });
    }

    private void begin(long id, long claim, Caller caller, Rights rights) {
        here.add(id);
        try {
            executor.execute(() -> {
                try {
                    surroundings.callers.as(caller, () -> {
                        runClaimed(id, claim, rights);
                        return true;
                    });
                } finally {
                    here.remove(id);
                }
            });
        } catch (RejectedExecutionException e) {
            here.remove(id);
            store.finish(id, claim, ImportState.INTERRUPTED, "Too many imports were waiting; run it again later");
        }
    }

    /** Where a run has to start. */
    private Progress from(StoredImport job, boolean dryRun) {
        StoredImport.Standing standing = job.standing();
        boolean begun = !standing.dryRun() && standing.state() != ImportState.UPLOADED;
        return switch (standing.seen()) {
            case RUNNING -> throw running();
            case WAITING -> {
                if (here.contains(job.id())) {
                    throw running();
                }
                yield begun && !dryRun ? job.progress() : Progress.NONE;
            }
            case DONE -> {
                if (begun) {
                    throw new ConflictException(
                            "import-done", "This file has been imported; upload it again to import it again");
                }
                yield Progress.NONE;
            }
            case UPLOADED -> Progress.NONE;
            case FAILED, INTERRUPTED -> {
                if (begun && dryRun) {
                    throw new ConflictException(
                            "import-begun", "Part of this file is imported; a dry run would tell nothing");
                }
                yield begun ? job.progress() : Progress.NONE;
            }
        };
    }

    private static ConflictException running() {
        return new ConflictException("import-running", "This import is running or waiting to run");
    }

    @SuppressWarnings(
            "CatchAndPrintStackTrace") // The guard of a background thread: whatever happens is told to whoever asks.
    private void runClaimed(long id, long claim, Rights rights) {
        if (stopping || !store.start(id, claim)) {
            return;
        }
        StoredImport job = store.find(id).orElseThrow();
        try {
            finish(id, claim, run(job, claim, rights) ? ImportState.DONE : ImportState.INTERRUPTED, null);
        } catch (MalformedCsvException | SeenRows.TooManyRowsException e) {
            finish(id, claim, ImportState.FAILED, e.getMessage());
        } catch (Rights.ChangedException e) {
            finish(
                    id,
                    claim,
                    ImportState.INTERRUPTED,
                    "What whoever began this import may do has changed; run it again to go on");
        } catch (UnavailableException e) {
            finish(id, claim, ImportState.INTERRUPTED, e.getMessage());
        } catch (ProblemException e) {
            finish(id, claim, ImportState.FAILED, e.getMessage());
        } catch (ImportRun.SupersededException e) {
            LOG.info("Import {} goes on in another run", id);
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} was interrupted", id, e);
            finish(id, claim, ImportState.INTERRUPTED, "An inner fault interrupted the import; run it again to go on");
        }
    }

    private boolean run(StoredImport job, long claim, Rights rights) throws IOException {
        Predicate<Progress> save = progress -> {
            rights.check();
            return store.progress(job.id(), claim, progress);
        };
        if (!job.standing().dryRun()) {
            return run(job, save, Rehearsal.NONE);
        }
        try (RehearsedCustomers rehearsed =
                new RehearsedCustomers(surroundings.files.folder(), job.origin().lines())) {
            return run(job, save, rehearsed);
        }
    }

    private boolean run(StoredImport job, Predicate<Progress> save, Rehearsal rehearsed) throws IOException {
        SeenRows seen = new SeenRows(surroundings.files.folder(), job.origin().lines());
        ImportTarget<?> target = targets.of(job.origin().kind(), job.settings(), seen::count);
        ImportRun.Ledger ledger = new ImportRun.Ledger(
                surroundings.transactions,
                surroundings.dialect,
                surroundings.files,
                surroundings.batchRows,
                save,
                this::saved,
                () -> stopping,
                rehearsed);
        return new ImportRun<>(job, target, seen, ledger).run();
    }

    /** While one runs, those behind it are as alive as it is. */
    private void saved() {
        if (here.size() > 1) {
            store.waiting(here);
        }
        events.changed();
    }

    /** Sends where an import stands to {@code sink} until it is at rest, wherever it runs. */
    void follow(Sink sink, Supplier<ImportView> standing) {
        events.follow(sink, standing);
    }

    private void finish(long id, long claim, ImportState state, @Nullable String fault) {
        try {
            store.finish(id, claim, state, fault);
            events.changed();
        } catch (RuntimeException e) {
            // The run falls silent, and is taken for interrupted, which it is.
            LOG.warn("The end of import {} could not be written", id, e);
        }
    }

    /** Ends the run at hand after its batch; it and those that wait can be run again. */
    @Override
    public void close() {
        stopping = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_BATCH.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            events.close();
        }
    }
}
