package io.clientele.segmentation.internal;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the members of segments whose filters compare with today or now: time alone brings customers in and puts them out. Whom it may move
 * is looked for, among all customers, before the gate is entered, so that nobody waits for that.
 */
final class Turning {
    private final Platform platform;
    private final KnownSegments known;

    Turning(Platform platform, KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** Whom time may move, by segment, as things stood at {@code mark}; and which filters could not be read. */
    private record Found(
            Gate.Mark mark, Map<Segment, Set<Long>> customers, Map<Segment, InvalidInputException> unreadable) {}

    /** Brings all such segments from where the clock stood to {@code now}; returns how many customers moved. */
    int to(Instant now) {
        Found early = platform.transactions().read(connection -> find(connection, Gate.look(connection), now));
        return platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            // What another node moved or defined meanwhile is looked for again.
            return move(connection, early.mark.equals(mark) ? early : find(connection, mark, now), now);
        });
    }

    private Found find(Connection connection, Gate.Mark mark, Instant to) throws SQLException {
        Found found = new Found(mark, new LinkedHashMap<>(), new LinkedHashMap<>());
        for (Segment segment : known.at(connection, mark.revision()).segments()) {
            if (segment.isKept(platform.today())) {
                try {
                    Optional<Subquery> turning =
                            platform.everybody(segment.filter()).turning(mark.clockedAt(), to);
                    if (turning.isPresent()) {
                        found.customers.put(segment, MemberTable.ids(connection, turning.get()));
                    }
                } catch (InvalidInputException e) {
                    found.unreadable.put(segment, e);
                }
            }
        }
        return found;
    }

    /** Judged as of this moment, not of the one up to which was looked: changes that came in between may already be judged later than that. */
    private int move(Connection connection, Found found, Instant to) throws SQLException {
        for (Map.Entry<Segment, InvalidInputException> each : found.unreadable.entrySet()) {
            new Suspension(platform).begin(connection, each.getKey(), each.getValue());
        }
        Instant now = platform.now();
        Snapshot snapshot = known.at(connection, found.mark.revision());
        Evaluation evaluation = new Evaluation(platform, connection, snapshot, now);
        found.customers.forEach((segment, turning) ->
                evaluation.add(segment, turning, Cause.of(platform.newId(), Cause.Kind.TIME, now)));
        Gate.clocked(connection, to);
        return evaluation.run();
    }
}
