package io.clientele.segmentation.internal;

import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings segments up to date after this module has written facts of many customers at once. */
@Component(service = Upkeep.class)
public final class Upkeep {
    private final Platform platform;
    private final KnownSegments known;

    @Activate
    public Upkeep(@Reference Platform platform, @Reference KnownSegments known) {
        this.platform = platform;
        this.known = known;
    }

    /** A piece of work within the gate. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs {@code work} as the system, in a unit of work that has entered the gate: no event is handled meanwhile. */
    public <T> T write(Work<T> work) {
        return platform.asSystem(() -> platform.transactions().write(connection -> {
            Gate.enter(connection);
            return work.on(connection);
        }));
    }

    /** The key of a segment whose filter names this fact, if there is one. For a unit of work that has entered the gate and changed nothing yet. */
    public Optional<String> naming(Connection connection, String fact) throws SQLException {
        return known.at(connection, Gate.look(connection).revision()).segments().stream()
                .filter(segment -> segment.facts().contains(fact))
                .map(Segment::key)
                .findFirst();
    }

    /** Finds anew the members of segments whose filters name one of the facts that changed, and of those that depend on them. */
    public void changed(Connection connection, Predicate<String> facts) throws SQLException {
        Membership membership = new Membership(platform);
        Set<String> moved = new HashSet<>();
        Snapshot snapshot = known.at(connection, Gate.look(connection).revision());
        for (Segment segment : snapshot.segments()) {
            boolean concerned = segment.facts().stream().anyMatch(facts.or(moved::contains));
            if (concerned && segment.isKept(platform.today())) {
                Cause cause = Cause.of(platform.newId(), Cause.Kind.SCORES, platform.now());
                if (membership.recomputeOrSuspend(connection, segment, cause).total() > 0) {
                    moved.add(segment.definition().fact());
                }
            }
        }
    }
}
