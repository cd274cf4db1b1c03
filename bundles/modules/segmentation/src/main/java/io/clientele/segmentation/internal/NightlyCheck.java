package io.clientele.segmentation.internal;

import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.facts.Selection;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Recomputation;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the members of segments with a recomputation from scratch, one segment at a time, while members go on to move. Whoever differs may
 * only have an event under way, or be about to move: they are looked at again, within the gate, when every event up to then has been handled. Who
 * differs still was missed, which is an alarm; they are put right. For one thread.
 */
final class NightlyCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCheck.class);
    private static final int MOST = 10_000;

    private final Platform platform;
    private final KnownSegments known;
    private final Feeds feeds;
    private final Map<Long, Set<Long>> suspects = new HashMap<>();

    NightlyCheck(Platform platform, KnownSegments known, Feeds feeds) {
        this.platform = platform;
        this.known = known;
        this.feeds = feeds;
    }

    /** Does the next piece of work of the check that was due at {@code due}; returns whether there was any. */
    boolean step(Instant due) {
        if (!suspects.isEmpty()) {
            return hasCaughtUp() && confirmOne();
        }
        Set<Long> open = platform.transactions().read(connection -> SegmentTable.uncheckedSince(connection, due));
        for (Segment segment : known.refresh().segments()) {
            if (open.contains(segment.id()) && segment.isKept(platform.today())) {
                compare(segment);
                return true;
            }
        }
        return false;
    }

    private void compare(Segment segment) {
        try {
            Selection selection = platform.everybody(segment.filter());
            List<Long> different = platform.transactions()
                    .read(connection -> new Recomputation(connection, platform.dialect())
                            .differences(segment.id(), selection.all(platform.now()), MOST));
            if (different.isEmpty()) {
                platform.transactions().write(connection -> {
                    SegmentTable.checked(connection, segment.id(), platform.now(), 0);
                    return segment;
                });
            } else {
                suspects.put(segment.id(), new HashSet<>(different));
            }
        } catch (InvalidInputException e) {
            LOG.info("The segment {} is not checked: {}", segment.key(), e.getMessage());
        }
    }

    /** No event waits that was there when the comparison began. */
    private boolean hasCaughtUp() {
        return platform.asSystem(feeds::status).stream()
                .filter(feed -> feed.name().equals(SegmentEvents.FEED))
                .allMatch(feed -> feed.lag() == 0 && feed.state() != FeedStatus.State.RUNNING);
    }

    private boolean confirmOne() {
        Iterator<Map.Entry<Long, Set<Long>>> first = suspects.entrySet().iterator();
        Map.Entry<Long, Set<Long>> suspected = first.next();
        first.remove();
        long id = suspected.getKey();
        int missed = platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            Snapshot snapshot = known.at(connection, mark.revision());
            Instant now = platform.now();
            Evaluation evaluation = new Evaluation(platform, connection, snapshot, now);
            Cause repair = Cause.of(platform.newId(), Cause.Kind.REPAIR, now);
            snapshot.segments().stream()
                    .filter(segment -> segment.id() == id)
                    .forEach(segment -> evaluation.add(segment, suspected.getValue(), repair));
            int moves = evaluation.run();
            SegmentTable.checked(connection, id, now, moves);
            return moves;
        });
        if (missed > 0) {
            LOG.error("{} moves in segment {} had been missed and are put right", missed, id);
        }
        return true;
    }
}
