package io.clientele.modules.internal;

import io.clientele.kernel.UnavailableException;
import io.clientele.modules.internal.archive.Archive;
import io.clientele.modules.internal.framework.ForeignWatch;
import io.clientele.modules.internal.framework.ModuleBundles;
import io.clientele.modules.internal.framework.StepFailedException;
import io.clientele.modules.internal.framework.Verification;
import io.clientele.modules.internal.leak.LeakWatch;
import io.clientele.modules.internal.store.Step;
import io.clientele.persistence.DatabaseException;
import io.clientele.persistence.MigrationException;
import io.clientele.rest.Routes.Absence;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts one edition of a module, or none, in the place of another, or of none. The new one is installed and resolved while the old one serves;
 * the old one is removed only when the new one has proved itself, so that the way back is a start of what is still there.
 */
final class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);
    private final ModuleBundles bundles;
    private final Verification verification;
    private final Supplier<ForeignWatch> watches;
    private final Away away;
    private final WayBack tables;
    private final LeakWatch leaks;

    Swap(
            ModuleBundles bundles,
            Verification verification,
            Supplier<ForeignWatch> watches,
            Away away,
            WayBack tables,
            LeakWatch leaks) {
        this.bundles = bundles;
        this.verification = verification;
        this.watches = watches;
        this.away = away;
        this.tables = tables;
        this.leaks = leaks;
    }

    /** What a swap is about. */
    record Editions(String module, @Nullable Archive from, @Nullable Archive to) {}

    /** How a swap went. {@code fault} is null if it succeeded; {@code whole} tells whether the old state is back if it did not. */
    record Result(@Nullable String fault, boolean whole, long awayMillis) {}

    Result carryOut(Editions editions, Journal journal) {
        Archive to = editions.to();
        Bundle next = null;
        if (to != null) {
            try {
                next = bundles.install(to);
            } catch (StepFailedException e) {
                return new Result(e.getMessage(), true, 0);
            }
        }
        // A durable write takes its time: what can be written down before the module is away is.
        journal.step(to == null ? Step.STOPPING : Step.STARTING);
        long begin = System.nanoTime();
        Laps laps = new Laps();
        Attempt attempt = new Attempt(editions, next, away.begin(editions.module(), editions.from(), to), laps);
        Optional<StepFailedException> fault = replace(attempt, journal);
        if (fault.isPresent()) {
            return giveBack(editions, fault.get(), begin, journal);
        }
        away.end(editions.module());
        long awayMillis = millisSince(begin);
        LOG.info("{} was away for {} ms: {}", editions.module(), awayMillis, laps);
        installed(editions.from()).ifPresent(old -> {
            away.forget(old.archive());
            leave(old);
        });
        return new Result(null, true, awayMillis);
    }

    /** What is put in the place of what, and while whose paths are away. */
    private record Attempt(Editions editions, @Nullable Bundle next, Absence absence, Laps laps) {}

    private Optional<StepFailedException> replace(Attempt attempt, Journal journal) {
        Editions editions = attempt.editions();
        Archive from = editions.from();
        Archive to = editions.to();
        Bundle next = attempt.next();
        Laps laps = attempt.laps();
        try (ForeignWatch watch = watches.get()) {
            installed(from).ifPresent(old -> bundles.stop(old.archive(), old.bundle()));
            laps.done("stop");
            if (to != null && next != null) {
                if (from != null && tables.isNewer(from, to)) {
                    journal.step(Step.UNDOING);
                    tables.undo(from, to);
                    journal.step(Step.STARTING);
                    laps.done("tables back");
                }
                bundles.start(to, next);
                laps.done("start");
                verification.check(to, next, attempt.absence());
                laps.done("proof");
            }
            watch.check();
            journal.decide();
            laps.done("decision");
            return Optional.empty();
        } catch (StepFailedException e) {
            return Optional.of(e);
        } catch (MigrationException | DatabaseException | UnavailableException e) {
            LOG.error("{}: a change failed", editions.module(), e);
            return Optional.of(StepFailedException.of(String.valueOf(e.getMessage())));
        }
    }

    /** An edition that the framework has, whether it runs or not. */
    private record Installed(Archive archive, Bundle bundle) {}

    private Optional<Installed> installed(@Nullable Archive archive) {
        return archive == null ? Optional.empty() : bundles.find(archive).map(bundle -> new Installed(archive, bundle));
    }

    private void leave(Installed old) {
        leaks.departed(old.archive(), old.bundle());
        bundles.uninstall(old.bundle());
    }

    private Result giveBack(Editions editions, StepFailedException fault, long begin, Journal journal) {
        Archive to = editions.to();
        Archive from = editions.from();
        try {
            journal.step(Step.RETURNING);
            if (!fault.isHung()) {
                installed(to).ifPresent(failed -> {
                    bundles.stop(failed.archive(), failed.bundle());
                    leave(failed);
                });
            }
            Tables back = to == null ? new Tables("", true) : tablesOf(from, to);
            bringBack(editions);
            return new Result(fault.getMessage() + back.note(), back.whole(), millisSince(begin));
        } catch (StepFailedException | MigrationException | DatabaseException | UnavailableException e) {
            LOG.error("{}: the version before could not be brought back", editions.module(), e);
            String both = fault.getMessage() + "; and the version before could not be brought back: " + e.getMessage();
            return new Result(both, false, millisSince(begin));
        }
    }

    /** What became of tables that were to be taken back. */
    private record Tables(String note, boolean whole) {}

    /** The version before comes back even if its tables do not: it runs with more than it knows, and a hand must look at them. */
    private Tables tablesOf(@Nullable Archive from, Archive failed) {
        try {
            return new Tables(tables.returnTo(from, failed), true);
        } catch (MigrationException | DatabaseException e) {
            LOG.error("{}: the tables could not be taken back", failed.name(), e);
            return new Tables("; and the tables could not be taken back: " + e.getMessage(), false);
        }
    }

    /** A module that was away before stays away. */
    private void bringBack(Editions editions) {
        Optional<Installed> before = installed(editions.from());
        before.ifPresent(old -> {
            bundles.start(old.archive(), old.bundle());
            Absence absence = away.begin(editions.module(), old.archive(), editions.to());
            verification.check(old.archive(), old.bundle(), absence);
        });
        if (editions.from() == null || before.isPresent()) {
            away.end(editions.module());
        }
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
