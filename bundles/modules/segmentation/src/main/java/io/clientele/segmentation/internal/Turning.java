package io.clientele.segmentation.internal;

import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Moves the members of segments whose filters compare with today or now: time alone brings customers in and puts them out. */
final class Turning {
    private final Platform platform;
    private final KnownSegments known;

    Turning(Platform platform, KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** Brings all such segments from where the clock stood to {@code now}; returns how many customers moved. */
    int to(Instant now) {
        return platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            Snapshot snapshot = known.at(connection, mark.revision());
            Evaluation evaluation = new Evaluation(platform, connection, snapshot, now);
            for (Segment segment : snapshot.segments()) {
                if (segment.isKept(platform.today())) {
                    Set<Long> turning = turning(connection, segment, mark.clockedAt(), now);
                    evaluation.add(segment, turning, Cause.of(platform.newId(), Cause.Kind.TIME, now));
                }
            }
            Gate.clocked(connection, now);
            return evaluation.run();
        });
    }

    private Set<Long> turning(Connection connection, Segment segment, Instant from, Instant to) throws SQLException {
        Optional<Subquery> query;
        try {
            Selection selection = platform.everybody(segment.filter());
            query = selection.turning(from, to);
        } catch (InvalidInputException e) {
            new Suspension(platform).begin(connection, segment, e);
            return Set.of();
        }
        return query.isPresent() ? MemberTable.ids(connection, query.get()) : new HashSet<>();
    }
}
