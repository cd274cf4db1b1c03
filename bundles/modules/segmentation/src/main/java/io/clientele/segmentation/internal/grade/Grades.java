package io.clientele.segmentation.internal.grade;

import io.clientele.access.Change;
import io.clientele.facts.FactType;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Segments;
import io.clientele.segmentation.internal.Upkeep;
import io.clientele.segmentation.internal.store.Gate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scales of grades. A definition and the grades that it brings are written together. Cuts that were found are told to those who see all customers. */
@Component(service = Grades.class)
public final class Grades {
    private final Platform platform;
    private final Upkeep upkeep;
    private final KnownScales known;
    private final Grader grader;

    @Activate
    public Grades(
            @Reference Platform platform,
            @Reference Upkeep upkeep,
            @Reference KnownScales known,
            @Reference Grader grader) {
        this.platform = platform;
        this.upkeep = upkeep;
        this.known = known;
        this.grader = grader;
    }

    /** Adds a scale and grades everybody by it. */
    public KeptScale add(Scale scale) {
        platform.callers().require(Segments.WRITE);
        check(scale);
        return written(connection -> {
            List<KeptScale> all = ScaleTable.all(connection);
            if (all.stream().anyMatch(each -> each.scale().key().equals(scale.key()))) {
                throw new ConflictException("grade-key-taken", "There are grades " + scale.key() + " already");
            }
            KeptScale kept = new KeptScale(
                    platform.newId(), 1, freeSlot(all), scale, List.of(), null, null, KeptScale.Status.LOW_DATA);
            ScaleTable.insert(connection, kept);
            return defined(connection, kept, "GradesAdded");
        });
    }

    private static int freeSlot(List<KeptScale> all) {
        Set<Integer> taken = all.stream().map(KeptScale::slot).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, GradeTable.SLOTS)
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow(() -> new ConflictException(
                        "too-many-grades", "There are " + GradeTable.SLOTS + " scales; remove one first"));
    }

    private KeptScale defined(Connection connection, KeptScale kept, String what) throws SQLException {
        record(what, kept);
        KeptScale graded = grader.begin(connection, kept);
        Gate.changed(connection);
        return graded;
    }

    /** Writes {@code scale} in place of the one that was read in {@code version}; grades follow at once. */
    public KeptScale replace(long id, long version, Scale scale) {
        platform.callers().require(Segments.WRITE);
        check(scale);
        return written(connection -> {
            KeptScale before = read(connection, id);
            if (!before.scale().key().equals(scale.key())) {
                throw new InvalidInputException(
                        "/key", "The key never changes; it is " + before.scale().key());
            }
            KeptScale after = new KeptScale(
                    id, version + 1, before.slot(), scale, List.of(), null, null, KeptScale.Status.LOW_DATA);
            if (!ScaleTable.update(connection, after, version)) {
                throw PreconditionException.stale();
            }
            return defined(connection, after, "GradesChanged");
        });
    }

    private void check(Scale scale) {
        scale.check();
        boolean number = platform.facts().all().stream()
                .anyMatch(each -> each.name().equals(scale.fact()) && each.type() == FactType.NUMBER && !each.many());
        if (!number) {
            throw new InvalidInputException("/fact", "Name a fact that is one number of each customer");
        }
    }

    /** Cuts and grades everybody now. */
    public KeptScale run(long id) {
        platform.callers().require(Segments.WRITE);
        return written(connection -> {
            KeptScale kept = read(connection, id);
            record("GradesRun", kept);
            return grader.run(connection, kept);
        });
    }

    /** Removes a scale with its grades and their history. Fails while a segment names it. */
    public void remove(long id, long version) {
        platform.callers().require(Segments.WRITE);
        KeptScale unused = written(connection -> {
            KeptScale kept = read(connection, id);
            if (kept.version() != version) {
                throw PreconditionException.stale();
            }
            Optional<String> segment = upkeep.naming(connection, kept.scale().factOfBand());
            if (segment.isPresent()) {
                throw new ConflictException(
                        "grades-in-use", "The filter of the segment " + segment.get() + " names these grades");
            }
            ScaleTable.delete(connection, kept);
            Gate.changed(connection);
            record("GradesRemoved", kept);
            return kept;
        });
    }

    public KeptScale get(long id) {
        platform.callers().require(Segments.READ);
        return told(platform.transactions().read(connection -> read(connection, id)));
    }

    private KeptScale told(KeptScale kept) {
        return platform.seesAll() ? kept : kept.withoutFoundCuts();
    }

    /** All scales: there are a dozen at most. */
    public List<KeptScale> list() {
        platform.callers().require(Segments.READ);
        return platform.transactions().read(ScaleTable::all).stream()
                .map(this::told)
                .toList();
    }

    private static KeptScale read(Connection connection, long id) throws SQLException {
        return ScaleTable.all(connection).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("grades", id < 0 ? "of this id" : ShortId.format(id)));
    }

    /** Within the gate: no event is handled meanwhile. Other parts of this node learn of a change when it is committed. */
    private KeptScale written(Upkeep.Work<KeptScale> change) {
        KeptScale result = platform.transactions().write(connection -> {
            Gate.Mark unused = Gate.enter(connection);
            return change.on(connection);
        });
        known.follow();
        return told(result);
    }

    private void record(String what, KeptScale kept) {
        platform.audit()
                .record(new Change("segmentation." + what, "grades", kept.id(), ScaleTable.write(kept.scale())));
    }
}
