package io.clientele.segmentation.internal.rfm;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.clientele.access.Change;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.PreconditionException;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.registry.PurchaseHistory;
import io.clientele.segmentation.internal.Json;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.PurchaseSummaries;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.Upkeep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sums up what customers buy as it happens, and scores them when asked. Nothing is done before somebody has said in which currency. */
@Component(service = {Rfm.class, PurchaseSummaries.class})
public final class Rfm implements PurchaseSummaries {
    private static final int BATCH = 10_000;
    private static final int LONGEST = 20_000;

    private final Platform platform;
    private final Upkeep upkeep;
    private final PurchaseHistory purchases;
    private final ScoreRun scoring;

    /**
     * The settings that count, and what was done with them.
     *
     * @param version 0 if nobody saved any
     * @param rebuiltOn the day of which all summaries are, or null
     * @param scoredOn the day of which the scores are, or null
     */
    public record Current(
            long version, RfmSettings settings, @Nullable LocalDate rebuiltOn, @Nullable LocalDate scoredOn) {}

    /**
     * What came of scoring. How many it was is not told to those who do not see all customers.
     *
     * @param changed how many customers scored differently than before
     * @param enough whether there were enough to compare
     * @param uncounted how many purchases are in other currencies, so that their money does not count; null if they were not looked through
     */
    public record Run(
            LocalDate day,
            @Nullable Integer customers,
            @Nullable Integer changed,
            boolean enough,
            @Nullable Integer uncounted) {
        private Run leaving(int uncounted) {
            return new Run(day, customers, changed, enough, uncounted);
        }

        private Run withoutCounts() {
            return new Run(day, null, null, enough, null);
        }
    }

    @Activate
    public Rfm(@Reference Platform platform, @Reference Upkeep upkeep, @Reference PurchaseHistory purchases) {
        this.platform = platform;
        this.upkeep = upkeep;
        this.purchases = purchases;
        this.scoring = new ScoreRun(platform, upkeep);
    }

    /** The settings; if nobody saved any a proposal, of version 0, in the currency that most purchases are in. */
    public Current current() {
        platform.callers().require(Segments.READ);
        return platform.transactions()
                .read(connection -> current(table(connection)))
                .orElseGet(() -> new Current(0, RfmSettings.standard(proposedCurrency()), null, null));
    }

    private String proposedCurrency() {
        return purchases.usualCurrency().orElse("EUR");
    }

    private static Optional<Current> current(RfmTable table) throws SQLException {
        RfmTable.Saved saved = table.settings();
        if (saved == null) {
            return Optional.empty();
        }
        try {
            RfmSettings settings = Json.MAPPER.readValue(saved.settings(), RfmSettings.class);
            return Optional.of(new Current(saved.version(), settings, saved.rebuiltOn(), saved.scoredOn()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of RFM cannot be read", e);
        }
    }

    /** Saves settings in place of those of {@code version}, sums up all purchases by them and scores all customers. */
    public Run define(RfmSettings settings, long version) {
        platform.callers().require(Segments.WRITE);
        settings.check();
        String json = write(settings);
        if (json.length() > LONGEST) {
            throw new InvalidInputException("/groups", "The names of all groups together are too long");
        }
        try {
            return told(platform.transactions().write(connection -> {
                RfmSettings before =
                        current(table(connection)).map(Current::settings).orElse(null);
                if (!table(connection).save(json, version)) {
                    throw PreconditionException.stale();
                }
                // All scores are made anew, for a group may have another name though its scores are the same.
                table(connection).forgetScores();
                String detail = RfmChange.detail(before, settings);
                platform.audit().record(new Change("segmentation.RfmDefined", "rfm", 1, detail));
                return rebuild(settings);
            }));
        } catch (DuplicateKeyException e) {
            throw PreconditionException.stale();
        }
    }

    private static String write(RfmSettings settings) {
        try {
            return Json.MAPPER.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are plain records", e);
        }
    }

    /** Sums up all purchases anew and scores all customers. */
    public Run rebuild() {
        platform.callers().require(Segments.WRITE);
        return told(rebuild(required()));
    }

    private Run rebuild(RfmSettings settings) {
        LocalDate today = platform.today();
        return upkeep.write(connection -> {
            PurchaseColumns columns = new PurchaseColumns(settings, today.toEpochDay());
            purchases.forEach(columns);
            Summaries summaries = new Summaries(BATCH);
            columns.sumUp(summaries::add);
            RfmTable table = table(connection);
            table.replaceSummaries(summaries);
            table.done("rebuilt_on", today);
            return scoring.run(connection, settings, summaries).leaving(columns.uncounted());
        });
    }

    /** Scores all customers by their kept summaries; a window that moves on is summed up anew first. */
    public Run score() {
        platform.callers().require(Segments.WRITE);
        RfmSettings settings = required();
        return told(
                settings.windowDays() != null
                        ? rebuild(settings)
                        : upkeep.write(c -> scoring.run(c, settings, table(c).summaries())));
    }

    private Run told(Run run) {
        return platform.seesAll() ? run : run.withoutCounts();
    }

    /** Scores all customers if somebody has said how and the scores are not of {@code day} or later; returns whether it did. */
    public boolean scoreIfOlderThan(LocalDate day) {
        Current current = current();
        LocalDate scored = current.scoredOn();
        boolean due = current.version() > 0 && (scored == null || scored.isBefore(day));
        if (due) {
            var unused = score();
        }
        return due;
    }

    private RfmSettings required() {
        Current current = current();
        if (current.version() == 0) {
            throw new ConflictException("rfm-not-defined", "Save settings first, with the currency that counts");
        }
        return current.settings();
    }

    /** What each customer bought, of all customers. */
    public Summaries summaries() {
        platform.callers().require(Segments.READ);
        return platform.transactions().read(connection -> table(connection).summaries());
    }

    @Override
    public void update(Connection connection, Set<Long> customers) throws SQLException {
        if (customers.isEmpty()) {
            return;
        }
        RfmTable table = table(connection);
        Optional<Current> current = current(table);
        if (current.isPresent()) {
            PurchaseColumns columns = new PurchaseColumns(
                    current.get().settings(), platform.today().toEpochDay());
            purchases.forEach(customers, columns);
            Summaries summaries = new Summaries(customers.size());
            columns.sumUp(summaries::add);
            table.replaceSummaries(customers, summaries);
        }
    }

    private RfmTable table(Connection connection) {
        return new RfmTable(connection, platform.dialect());
    }
}
