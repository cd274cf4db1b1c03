package io.clientele.segmentation.internal;

import io.clientele.access.Change;
import io.clientele.facts.Selection;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.ClassificationTable;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Divisions of all customers by ordered rules. Each class is a segment whose filter leaves out who is in a class before, so that classes have
 * facts, members and a history as any segment has.
 *
 * <p>The filters name facts that there are only once the segments are committed. So a division is written in two units of work: the segments,
 * which rest meanwhile, and then the members of all of them at once. If the process ends in between, the clock takes the segments up.
 */
@Component(service = Classifications.class)
public final class Classifications {
    private static final int MOST = 50;

    private final Platform platform;
    private final KnownSegments known;
    private final Upkeep upkeep;
    private final ClassSegments segments;

    @Activate
    public Classifications(@Reference Platform platform, @Reference KnownSegments known, @Reference Upkeep upkeep) {
        this.platform = platform;
        this.known = known;
        this.upkeep = upkeep;
        this.segments = new ClassSegments(platform);
    }

    /** Adds a division, with the members that its classes have now. */
    public Kept add(Classification classification) {
        platform.callers().require(Segments.WRITE);
        check(classification, known.refresh());
        long id = platform.newId();
        Kept kept = platform.transactions().write(connection -> {
            check(classification, known.at(connection, Gate.enter(connection).revision()));
            List<Kept> all = ClassificationTable.all(connection);
            if (all.size() >= MOST) {
                throw new ConflictException(
                        "too-many-classifications", "There are " + MOST + " classifications; remove one first");
            }
            if (all.stream().anyMatch(each -> each.classification().key().equals(classification.key()))) {
                throw new ConflictException(
                        "classification-key-taken", "There is a classification " + classification.key() + " already");
            }
            Kept nothing = new Kept(id, 0, classification, List.of());
            Kept added = new Kept(id, 1, classification, segments.arrange(connection, nothing, classification));
            ClassificationTable.insert(connection, added, platform.now());
            return written(connection, "ClassificationAdded", added);
        });
        return settled(kept);
    }

    /** Writes {@code classification} in place of the one that was read in {@code version}; members follow at once. */
    public Kept replace(long id, long version, Classification classification) {
        platform.callers().require(Segments.WRITE);
        check(classification, known.refresh());
        Kept kept = platform.transactions().write(connection -> {
            check(classification, known.at(connection, Gate.enter(connection).revision()));
            Kept before = read(connection, id);
            if (!before.classification().key().equals(classification.key())) {
                throw new InvalidInputException(
                        "/key",
                        "The key never changes; it is "
                                + before.classification().key());
            }
            if (before.version() != version) {
                throw PreconditionException.stale();
            }
            Kept after =
                    new Kept(id, version + 1, classification, segments.arrange(connection, before, classification));
            boolean unused = ClassificationTable.update(connection, after);
            return written(connection, "ClassificationChanged", after);
        });
        return settled(kept);
    }

    /** Removes a division with the segments that are its classes, and their history. Fails while another segment names one of these. */
    public void remove(long id, long version) {
        platform.callers().require(Segments.WRITE);
        Kept unused = platform.transactions().write(connection -> {
            Gate.enter(connection);
            Kept kept = read(connection, id);
            if (kept.version() != version) {
                throw PreconditionException.stale();
            }
            segments.drop(connection, kept.segments(), new HashSet<>(kept.segments()));
            ClassificationTable.delete(connection, id);
            return written(connection, "ClassificationRemoved", kept);
        });
        known.refresh();
    }

    public Kept get(long id) {
        platform.callers().require(Segments.READ);
        return platform.transactions().read(connection -> read(connection, id));
    }

    /** All of them, in the order in which they were added. */
    public List<Kept> list() {
        platform.callers().require(Segments.READ);
        return platform.transactions().read(ClassificationTable::all);
    }

    private static Kept read(Connection connection, long id) throws SQLException {
        return ClassificationTable.find(connection, id)
                .orElseThrow(() -> new NotFoundException("classification", id < 0 ? "of this id" : ShortId.format(id)));
    }

    private void check(Classification classification, Snapshot snapshot) {
        classification.check();
        Set<String> own = new HashSet<>();
        classification.rules().forEach(rule -> own.add(classification.segmentKey(rule)));
        for (int place = 0; place < classification.rules().size(); place++) {
            String filter = classification.rules().get(place).filter();
            if (filter != null) {
                String pointer = "/rules/" + place + "/filter";
                Set<String> facts = InvalidInput.at(
                        pointer, () -> platform.everybody(filter).facts());
                // With as many conditions more as there are classes before, whose facts are not there yet.
                String longest = "(" + filter + ")" + ";status=null=false".repeat(place);
                Selection unused = InvalidInput.at(pointer, () -> platform.everybody(longest));
                if (snapshot.behind(facts).stream().anyMatch(own::contains)) {
                    throw new InvalidInputException(pointer, "The class would depend on the classification itself");
                }
            }
        }
    }

    private Kept written(Connection connection, String what, Kept kept) throws SQLException {
        Gate.changed(connection);
        Map<String, Object> detail = Map.of("classification", kept.classification());
        platform.audit().record(new Change("segmentation." + what, "classification", kept.id(), Json.write(detail)));
        return kept;
    }

    /** Finds the members of all classes, now that their facts are there. */
    private Kept settled(Kept kept) {
        known.refresh();
        long actor = platform.callers().current().user().value();
        platform.transactions().write(connection -> {
            Gate.enter(connection);
            Membership membership = new Membership(platform);
            Set<String> moved = new HashSet<>();
            for (long id : kept.segments()) {
                Segment segment = SegmentTable.find(connection, id).orElseThrow(PreconditionException::stale);
                SegmentTable.suspend(connection, id, null);
                Cause cause = new Cause(platform.newId(), Cause.Kind.DEFINITION, null, null, actor, platform.now());
                if (membership.recomputeOrSuspend(connection, segment, cause).total() > 0) {
                    moved.add(segment.definition().fact());
                }
            }
            upkeep.changed(connection, moved::contains);
            Gate.changed(connection);
            return kept;
        });
        known.refresh();
        return kept;
    }
}
