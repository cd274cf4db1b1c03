package io.clientele.segmentation.internal;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the members of segments whose filters compare with today or now, and of those whose validity begins: time alone brings customers in and puts
 * them out. Whom it may move is looked for, among all customers, before the gate is entered, so that nobody waits for that; what was defined meanwhile is looked for within.
 */
final class Turning {
    private final Platform platform;
    private final KnownSegments known;

    Turning(Platform platform, KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** A filter as it was saved once. */
    private record Rule(long segment, long version) {
        static Rule of(Segment segment) {
            return new Rule(segment.id(), segment.version());
        }
    }

    /** Whom time may move, as things stood at {@code mark}; and which filters could not be read. */
    record Found(Gate.Mark mark, Map<Rule, Set<Long>> customers, Map<Rule, InvalidInputException> unreadable) {}

    /** Brings all such segments from where the clock stood to {@code now}; returns how many customers moved. */
    long to(Instant now) {
        return move(look(now), now);
    }

    /** Looks for those whom time may move until {@code now}. */
    Found look(Instant now) {
        return platform.transactions().read(connection -> find(connection, Gate.look(connection), now, Map.of()));
    }

    /** Moves them; who is found for segments that were defined since is looked for within the gate. */
    long move(Found early, Instant now) {
        return platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            if (early.mark.equals(mark)) {
                return move(connection, early, now);
            }
            boolean sameTime = early.mark.clockedAt().equals(mark.clockedAt());
            return move(connection, find(connection, mark, now, sameTime ? early.customers : Map.of()), now);
        });
    }

    private Found find(Connection connection, Gate.Mark mark, Instant to, Map<Rule, Set<Long>> before)
            throws SQLException {
        Found found = new Found(mark, new HashMap<>(), new HashMap<>());
        for (Segment segment : known.at(connection, mark.revision()).segments()) {
            if (segment.isKept(platform.today())) {
                Rule rule = Rule.of(segment);
                try {
                    Optional<Subquery> turning =
                            platform.everybody(segment.filter()).turning(mark.clockedAt(), to);
                    if (turning.isPresent()) {
                        Set<Long> same = before.get(rule);
                        found.customers.put(rule, same != null ? same : MemberTable.ids(connection, turning.get()));
                    }
                } catch (InvalidInputException e) {
                    found.unreadable.put(rule, e);
                }
            }
        }
        return found;
    }

    /** Judged as of this moment, not of the one up to which was looked: changes that came in between may already be judged later than that. */
    private long move(Connection connection, Found found, Instant to) throws SQLException {
        Instant now = platform.now();
        Snapshot snapshot = known.at(connection, found.mark.revision());
        Evaluation evaluation = new Evaluation(platform, connection, snapshot, now);
        for (Segment segment : snapshot.segments()) {
            Rule rule = Rule.of(segment);
            InvalidInputException reason = found.unreadable.get(rule);
            if (reason != null) {
                new Suspension(platform).begin(connection, segment, reason);
            }
            Set<Long> turning = found.customers.get(rule);
            if (turning != null) {
                evaluation.add(segment, turning, Cause.of(platform.newId(), Cause.Kind.TIME, now));
            }
        }
        Gate.clocked(connection, to);
        int moves = evaluation.run();
        return moves + begin(connection, found, snapshot, now);
    }

    /** Finds all members of segments whose validity began since the clock stood: until then nothing that happened moved any. */
    private long begin(Connection connection, Found found, Snapshot snapshot, Instant now) throws SQLException {
        LocalDate clocked = LocalDate.ofInstant(found.mark.clockedAt(), ZoneOffset.UTC);
        Membership membership = new Membership(platform);
        long moves = 0;
        for (Segment segment : snapshot.segments()) {
            LocalDate first = segment.definition().validity().from();
            boolean begins = first != null && first.isAfter(clocked) && segment.isKept(platform.today());
            if (begins && !found.unreadable.containsKey(Rule.of(segment))) {
                Cause cause = Cause.of(platform.newId(), Cause.Kind.TIME, now);
                Moves moved = membership.recomputeOrSuspend(connection, segment, cause);
                if (moved.total() > 0) {
                    membership.recomputeBehind(connection, snapshot, segment, Cause.Kind.TIME);
                    moves += moved.total();
                }
            }
        }
        return moves;
    }
}
