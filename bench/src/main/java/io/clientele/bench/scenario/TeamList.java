package io.clientele.bench.scenario;

import io.clientele.bench.data.Cities;
import io.clientele.bench.load.Target;
import io.clientele.bench.measure.Row;
import io.clientele.bench.measure.Style;
import io.clientele.bench.scenario.Protocol.Conditions;
import io.clientele.bench.server.BaselineProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fifty customers, by name, that satisfy three conditions and belong to the team of the one who asks or a team below it, against the same
 * statement written by hand.
 */
final class TeamList {
    private static final int LARGEST_CITIES = 40;
    private static final double LIMIT = 1.3;

    private final Bed bed;
    private final String database;

    TeamList(Bed bed, String database) {
        this.bed = bed;
        this.database = database;
    }

    /** Asks as a member of the first of {@code visible}; the others are the teams below it. */
    void run(Installation product, List<Long> visible) throws IOException, SQLException {
        Installation.Member member = product.teamMember(visible.get(0));
        try (BaselineProcess baseline = bed.baseline(database)) {
            Protocol ours = new ProductProtocol(member.api().token());
            Protocol theirs = new BaselineProtocol(member.id(), visible);
            Target target = bed.target(product);
            for (int city = 0; city < LARGEST_CITIES; city += 4) {
                Agreement.check(
                        bed.report(),
                        new Conditions(Cities.name(city), "organisation", "active"),
                        new Agreement.Asked(target, ours),
                        new Agreement.Asked(bed.target(baseline), theirs));
            }
            Side side = new Side(target, asking(ours));
            Side other = new Side(bed.target(baseline), asking(theirs));
            // A list over so many rows takes long: the code is warmed by lists of a city, the database by some of the
            // real ones.
            Duel.warm(new Side(target, cities(ours)), bed.sizes().warmUp());
            Duel.warm(
                    new Side(bed.target(baseline), cities(theirs)), bed.sizes().warmUp());
            Duel duel = Duel.fight(side, other, bed.sizes().slow());
            Style style = new Style("µs", 0, duel.remark());
            bed.report()
                    .add(Row.ratio(
                            "three conditions, sorted, seen by a team, against hand-written SQL, CPU",
                            duel.cpu(),
                            LIMIT,
                            style));
            bed.report().add(Row.reference("  of it the database alone", duel.database(), new Style("µs", 0, "")));
            bed.profile()
                    .record(
                            "three",
                            side,
                            product.distribution().javaPid(),
                            bed.sizes().slow());
        }
    }

    private static Reading asking(Protocol protocol) {
        return new Reading(random -> protocol.three(conditions(random)));
    }

    private static Reading cities(Protocol protocol) {
        return new Reading(random -> protocol.city(Cities.name(random.nextInt(LARGEST_CITIES))));
    }

    private static Conditions conditions(SplittableRandom random) {
        return new Conditions(Cities.name(random.nextInt(LARGEST_CITIES)), "organisation", "active");
    }
}
