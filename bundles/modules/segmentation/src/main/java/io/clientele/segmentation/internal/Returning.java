package io.clientele.segmentation.internal;

import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Suspends segments whose facts went away, and takes up again those whose facts came back. */
final class Returning {
    private final Platform platform;
    private final KnownSegments known;

    Returning(Platform platform, KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** Looks at every rule by the facts of this moment; returns how many changed. */
    int run() {
        int changed = 0;
        for (Segment segment : known.refresh().segments()) {
            if (segment.definition().kind() == Kind.RULE) {
                boolean away = problem(segment).isPresent();
                if (away != (segment.suspended() != null)) {
                    platform.transactions().write(connection -> change(connection, segment.id()));
                    changed++;
                }
            }
        }
        if (changed > 0) {
            known.refresh();
        }
        return changed;
    }

    private Optional<InvalidInputException> problem(Segment segment) {
        try {
            platform.everybody(segment.filter());
            return Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.of(e);
        }
    }

    /** Judges once more, now that nobody else moves members. */
    private boolean change(Connection connection, long id) throws SQLException {
        Snapshot snapshot = known.at(connection, Gate.enter(connection).revision());
        Optional<Segment> found = SegmentTable.find(connection, id);
        if (found.isEmpty()) {
            return false;
        }
        Segment segment = found.get();
        Optional<InvalidInputException> problem = problem(segment);
        if (problem.isPresent() && segment.suspended() == null) {
            new Suspension(platform).begin(connection, segment, problem.get());
        } else if (problem.isEmpty() && segment.suspended() != null) {
            resume(connection, segment, snapshot);
        }
        return true;
    }

    private void resume(Connection connection, Segment segment, Snapshot snapshot) throws SQLException {
        new Suspension(platform).end(connection, segment);
        if (segment.definition().validity().includes(platform.today())) {
            Membership membership = new Membership(platform);
            Cause cause = Cause.of(platform.newId(), Cause.Kind.RETURN, platform.now());
            if (membership.recompute(connection, segment, cause).total() > 0) {
                membership.recomputeBehind(connection, snapshot, segment, Cause.Kind.RETURN);
            }
        }
    }
}
