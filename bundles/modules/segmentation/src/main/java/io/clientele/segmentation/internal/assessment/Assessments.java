package io.clientele.segmentation.internal.assessment;

import io.clientele.facts.Fact;
import io.clientele.facts.FactType;
import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.History;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.numbers.Concentration;
import io.clientele.segmentation.internal.plan.ContactReach;
import io.clientele.segmentation.internal.store.MoveTable;
import io.clientele.segmentation.internal.store.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Judges segments, as far as the caller sees their members. */
@Component(service = Assessments.class)
public final class Assessments {
    private static final int PERIOD_DAYS = 30;
    private static final int MOST_TRAITS = 5;
    private static final int MOST_FACTS = 30;
    private static final int LEAST = 10;

    /** Numbers that are names: their mean says nothing. */
    private static final Set<String> CODES = Set.of("rfm.cell", "rfm.cluster");

    private final Platform platform;
    private final Segments segments;
    private final History history;
    private final ContactReach reach;

    /**
     * A segment, judged.
     *
     * @param share of all customers
     * @param growth against thirty days ago, as a part of what it was; null if it was empty
     * @param churn how many of those of thirty days ago left since and are not back, as a part of them; null if it was empty
     * @param value null without a fact of what customers are worth
     * @param reach how many consent to be approached, by each channel
     */
    public record Assessment(
            LocalDate day,
            long size,
            double share,
            @Nullable Double growth,
            @Nullable Double churn,
            @Nullable Value value,
            ContactReach.Reach reach,
            List<Trait> traits) {
        public Assessment {
            traits = List.copyOf(traits);
        }
    }

    /**
     * What the members are worth together.
     *
     * @param share of the worth of all customers; null if that is nothing
     * @param gini how unevenly it is spread; null if it cannot be told
     * @param topShare what the best fifth hold; null likewise
     * @param evenly how many customers with the same worth each would be as concentrated (one through the Herfindahl index); null likewise
     * @param headcount how many of the best hold four fifths together; null likewise
     * @param coverage of how many members it is known, from 0 to 1
     */
    public record Value(
            String fact,
            double sum,
            double mean,
            @Nullable Double share,
            @Nullable Double gini,
            @Nullable Double topShare,
            @Nullable Double evenly,
            @Nullable Integer headcount,
            double coverage) {}

    /**
     * A fact in which members differ from others.
     *
     * @param difference of the means, in standard deviations of all
     */
    public record Trait(String fact, double members, double others, double difference) {}

    @Activate
    public Assessments(
            @Reference Platform platform,
            @Reference Segments segments,
            @Reference History history,
            @Reference ContactReach reach) {
        this.platform = platform;
        this.segments = segments;
        this.history = history;
        this.reach = reach;
    }

    /**
     * Judges a segment now.
     *
     * @param valueFact a number that tells what a customer is worth, or null for none
     */
    public Assessment of(long id, @Nullable String valueFact) {
        Segment segment = segments.get(id);
        Sides sides = sides(segment);
        long size = count(sides.members);
        long all = size + count(sides.others);
        List<History.Day> curve = history.curve(id);
        return new Assessment(
                platform.today(),
                size,
                all == 0 ? 0 : (double) size / all,
                growth(curve),
                churn(id),
                valueFact == null ? null : value(sides, valueFact, size),
                reach.of(id),
                traits(sides));
    }

    private record Sides(Selection members, Selection others) {}

    private Sides sides(Segment segment) {
        String fact = segment.definition().fact();
        return new Sides(
                platform.selections().of(fact + "==true"), platform.selections().of(fact + "==false"));
    }

    private long count(Selection selection) {
        return platform.transactions().read(connection -> ValueReader.count(connection, selection.all(platform.now())));
    }

    private @Nullable Double growth(List<History.Day> curve) {
        long before = sizeBefore(curve);
        return before == 0 ? null : (double) (curve.get(curve.size() - 1).size() - before) / before;
    }

    private @Nullable Double churn(long id) {
        Subquery seen = platform.selections().of(null).all(platform.now());
        Instant end = then().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        MoveTable.Former former =
                platform.transactions().read(connection -> MoveTable.former(connection, id, end, seen));
        return former.customers() == 0 ? null : (double) former.gone() / former.customers();
    }

    private long sizeBefore(List<History.Day> curve) {
        LocalDate then = then();
        return curve.stream()
                .filter(day -> day.day().equals(then))
                .mapToLong(History.Day::size)
                .sum();
    }

    private LocalDate then() {
        return platform.today().minusDays(PERIOD_DAYS);
    }

    private Value value(Sides sides, String fact, long size) {
        boolean number =
                platform.facts().all().stream().anyMatch(each -> each.name().equals(fact) && isNumber(each));
        if (!number) {
            throw new InvalidInputException("value", "Name a fact that is one number of each customer");
        }
        double[] members = values(sides.members, fact);
        double[] others = values(sides.others, fact);
        double sum = sum(members);
        double total = sum + sum(others);
        boolean shareable = members.length > 0 && least(members) >= 0;
        Concentration spread = shareable ? Concentration.of(members) : Concentration.of(new double[0]);
        return new Value(
                fact,
                sum,
                members.length == 0 ? 0 : sum / members.length,
                total > 0 ? sum / total : null,
                orNull(spread.gini()),
                orNull(spread.topShare(.2)),
                spread.hhi().isPresent() ? 1 / spread.hhi().getAsDouble() : null,
                spread.hhi().isPresent() ? spread.headcountFor(.8) : null,
                size == 0 ? 0 : (double) members.length / size);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private List<Trait> traits(Sides sides) {
        List<Trait> traits = new ArrayList<>();
        platform.facts().all().stream()
                .filter(fact -> isNumber(fact) && !CODES.contains(fact.name()))
                .limit(MOST_FACTS)
                .forEach(fact -> trait(sides, fact.name(), traits));
        traits.sort(Comparator.comparingDouble(trait -> -Math.abs(trait.difference())));
        return traits.subList(0, Math.min(MOST_TRAITS, traits.size()));
    }

    private void trait(Sides sides, String fact, List<Trait> traits) {
        ValueReader.Moments members = moments(sides.members, fact);
        ValueReader.Moments others = moments(sides.others, fact);
        double deviation = members.with(others).deviation();
        if (members.count() >= LEAST && others.count() >= LEAST && deviation > 0) {
            double difference = (members.mean() - others.mean()) / deviation;
            traits.add(new Trait(fact, members.mean(), others.mean(), difference));
        }
    }

    private static boolean isNumber(Fact fact) {
        return fact.type() == FactType.NUMBER && !fact.many();
    }

    private double[] values(Selection selection, String fact) {
        return platform.transactions()
                .read(connection -> ValueReader.values(connection, selection.with(List.of(fact), platform.now())));
    }

    private ValueReader.Moments moments(Selection selection, String fact) {
        return platform.transactions()
                .read(connection -> ValueReader.moments(connection, selection.with(List.of(fact), platform.now())));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double least(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }
}
