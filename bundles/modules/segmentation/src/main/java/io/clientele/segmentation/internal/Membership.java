package io.clientele.segmentation.internal;

import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.CauseTable;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Recomputation;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds all members of one segment anew. For a unit of work that has entered the gate. */
final class Membership {
    private final Platform platform;
    private final Telling telling;

    Membership(Platform platform) {
        this.platform = platform;
        this.telling = new Telling(platform.outbox());
    }

    /** Moves whoever has to move, and with them those in segments that depend on this one. */
    Moves recompute(Connection connection, Segment segment, Cause cause) throws SQLException {
        Selection selection = platform.everybody(segment.filter());
        return become(connection, segment, selection.all(cause.at()), cause);
    }

    /** Makes those whom {@code query} finds the members of the segment. */
    Moves become(Connection connection, Segment segment, Subquery query, Cause cause) throws SQLException {
        Moves moves = new Recomputation(connection, platform.dialect()).run(segment.id(), query, cause);
        SegmentTable.computed(connection, segment.id(), cause.at());
        return recorded(connection, segment, moves, cause);
    }

    /** Puts those whom {@code query} finds into the segment, beside its members. */
    Moves join(Connection connection, Segment segment, Subquery query, Cause cause) throws SQLException {
        long entered = new Recomputation(connection, platform.dialect()).add(segment.id(), query, cause);
        return recorded(connection, segment, new Moves(entered, 0), cause);
    }

    /** Puts a member out. */
    Moves part(Connection connection, Segment segment, long customer, Cause cause) throws SQLException {
        MemberTable.leave(connection, List.of(new MemberTable.Move(segment.id(), customer, cause)));
        return recorded(connection, segment, new Moves(0, 1), cause);
    }

    private Moves recorded(Connection connection, Segment segment, Moves moves, Cause cause) throws SQLException {
        if (moves.total() > 0) {
            CauseTable.insert(connection, List.of(cause));
            SegmentTable.grow(connection, segment.id(), moves.growth());
            tell(connection, segment, moves, cause);
        }
        return moves;
    }

    private void tell(Connection connection, Segment segment, Moves moves, Cause cause) throws SQLException {
        if (moves.total() > Telling.MOST) {
            telling.moved(segment, moves, cause);
            return;
        }
        for (long customer : MemberTable.entered(connection, segment.id(), cause)) {
            telling.entered(segment, customer, cause);
        }
        for (long customer : MemberTable.left(connection, segment.id(), cause)) {
            telling.left(segment, customer, cause);
        }
    }

    /** Finds anew the members of the segments whose filters name one of these, in the order in which they depend on each other. */
    void recomputeBehind(Connection connection, Snapshot snapshot, Segment changed, Cause.Kind kind)
            throws SQLException {
        Set<String> moved = new HashSet<>(Set.of(changed.definition().fact()));
        for (Segment segment : snapshot.segments()) {
            boolean behind = segment.facts().stream().anyMatch(moved::contains);
            if (behind && segment.id() != changed.id() && segment.isKept(platform.today())) {
                Cause cause = Cause.of(platform.newId(), kind, platform.now());
                if (recomputeOrSuspend(connection, segment, cause).total() > 0) {
                    moved.add(segment.definition().fact());
                }
            }
        }
    }

    /** As {@link #recompute}; a segment whose facts are away is suspended. */
    Moves recomputeOrSuspend(Connection connection, Segment segment, Cause cause) throws SQLException {
        try {
            return recompute(connection, segment, cause);
        } catch (InvalidInputException e) {
            new Suspension(platform).begin(connection, segment, e);
            return Moves.NONE;
        }
    }
}
