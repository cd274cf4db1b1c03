package io.clientele.segmentation.internal.grade;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in which band, who was, and what all of them are worth, as far as the caller sees them. */
@Component(service = GradeHistory.class)
public final class GradeHistory {
    private static final int LONGEST_CURVE = 3_660;

    private final Platform platform;
    private final Grades grades;

    /**
     * A band and those in it.
     *
     * @param value of the fact that grades, summed up
     */
    public record Holding(String key, String name, long customers, double share, double value, double valueShare) {}

    /** All bands, and what they come to. */
    public record Structure(long customers, double value, List<Holding> bands) {
        public Structure {
            bands = List.copyOf(bands);
        }
    }

    /** How customers moved between two days. */
    public static final class Migration {
        private final List<@Nullable String> bands;
        private final long[][] counts;

        Migration(List<@Nullable String> bands, long[][] counts) {
            this.bands = bands;
            this.counts = counts;
        }

        /** What the rows and columns are; the first, of those who are not graded, is null. */
        public List<@Nullable String> bands() {
            return bands;
        }

        /** How many went from each to each; not to be changed. */
        public long[][] counts() {
            return counts;
        }
    }

    /** How many were in each band at the end of a day, by its key. */
    public record Day(LocalDate day, Map<String, Long> bands) {}

    /** A grade that a customer has or had. */
    public record Stay(String band, Instant since, @Nullable Instant until) {}

    /** A customer's grade on one scale. */
    public record Standing(KeptScale scale, String band, Instant since) {}

    @Activate
    public GradeHistory(@Reference Platform platform, @Reference Grades grades) {
        this.platform = platform;
        this.grades = grades;
    }

    private Subquery seen() {
        return platform.selections().of(null).all(platform.now());
    }

    /** Who carries the business: customers and values of each band. */
    public Structure structure(long id) {
        KeptScale kept = grades.get(id);
        Subquery values = valued(kept);
        Map<String, StayTable.Sum> sums =
                platform.transactions().read(connection -> StayTable.sums(connection, kept, values));
        long customers =
                sums.values().stream().mapToLong(StayTable.Sum::customers).sum();
        double value = sums.values().stream().mapToDouble(StayTable.Sum::value).sum();
        List<Holding> bands = new ArrayList<>();
        for (Band band : kept.scale().all()) {
            StayTable.Sum sum = sums.getOrDefault(band.key(), StayTable.Sum.NOTHING);
            bands.add(new Holding(
                    band.key(),
                    band.name(),
                    sum.customers(),
                    customers == 0 ? 0 : (double) sum.customers() / customers,
                    sum.value(),
                    value == 0 ? 0 : sum.value() / value));
        }
        return new Structure(customers, value, bands);
    }

    /** The mean value of the customers of each band whom the caller sees; the first, of those who are not graded, is 0. */
    public List<Double> means(long id) {
        List<Double> means = new ArrayList<>(List.of(0.0));
        for (Holding band : structure(id).bands()) {
            means.add(band.customers() == 0 ? 0 : band.value() / band.customers());
        }
        return means;
    }

    /** While the fact is away, customers are counted without what they are worth. */
    private Subquery valued(KeptScale kept) {
        List<String> facts = kept.status() == KeptScale.Status.SUSPENDED
                ? List.of("id")
                : List.of(kept.scale().fact());
        return platform.selections().of(null).with(facts, platform.now());
    }

    /** Who went from where to where between the ends of two days. */
    public Migration moves(long id, LocalDate from, LocalDate to) {
        KeptScale kept = grades.get(id);
        if (!from.isBefore(to)) {
            throw new InvalidInputException("to", "The second day is after the first");
        }
        List<Band> bands = kept.scale().all();
        long[][] counts = new long[bands.size() + 1][bands.size() + 1];
        Subquery seen = seen();
        List<StayTable.Move> moves = platform.transactions()
                .read(connection ->
                        StayTable.moves(connection, kept.id(), seen, new StayTable.Span(end(from), end(to))));
        for (StayTable.Move move : moves) {
            counts[1 + kept.scale().numberOf(move.before())][1 + kept.scale().numberOf(move.after())] +=
                    move.customers();
        }
        List<@Nullable String> keys = new ArrayList<>();
        keys.add(null);
        bands.forEach(band -> keys.add(band.key()));
        return new Migration(keys, counts);
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** How many were in each band, day by day from the first until today. */
    public List<Day> curve(long id) {
        KeptScale kept = grades.get(id);
        Subquery seen = seen();
        SortedMap<LocalDate, Map<String, Long>> growth =
                platform.transactions().read(connection -> StayTable.growth(connection, kept.id(), seen));
        List<Day> days = new ArrayList<>();
        if (growth.isEmpty()) {
            return days;
        }
        LocalDate today = platform.today();
        Map<String, Long> sizes = new LinkedHashMap<>();
        kept.scale().all().forEach(band -> sizes.put(band.key(), 0L));
        for (LocalDate day = growth.firstKey(); !day.isAfter(today); day = day.plusDays(1)) {
            growth.getOrDefault(day, Map.of()).forEach((band, more) -> sizes.merge(band, more, Long::sum));
            if (day.plusDays(LONGEST_CURVE).isAfter(today)) {
                days.add(new Day(day, new LinkedHashMap<>(sizes)));
            }
        }
        return days;
    }

    /** The grades that a customer had on one scale, the newest first; none of one whom the caller does not see. */
    public List<Stay> of(long id, long customer) {
        KeptScale kept = grades.get(id);
        Subquery seen = platform.selections().of(null).among(List.of(customer), platform.now());
        return platform.transactions().read(connection -> StayTable.of(connection, kept.id(), seen));
    }

    /** The grades that a customer has now, on all scales. */
    public List<Standing> of(long customer) {
        List<Standing> standings = new ArrayList<>();
        for (KeptScale kept : grades.list()) {
            of(kept.id(), customer).stream()
                    .filter(stay -> stay.until() == null)
                    .forEach(stay -> standings.add(new Standing(kept, stay.band(), stay.since())));
        }
        return standings;
    }
}
