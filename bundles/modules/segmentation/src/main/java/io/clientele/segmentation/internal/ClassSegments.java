package io.clientele.segmentation.internal;

import io.clientele.kernel.ConflictException;
import io.clientele.segmentation.internal.store.Classification;
import io.clientele.segmentation.internal.store.ClassificationTable.Kept;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The segments that are the classes of a classification. For units of work that have entered the gate. */
final class ClassSegments {
    /** Why a segment rests until its members are found together with those of the others. */
    private static final String WAITING = "The classes before this one are being written";

    private final Platform platform;
    private final Telling telling;

    ClassSegments(Platform platform) {
        this.platform = platform;
        this.telling = new Telling(platform.outbox());
    }

    /** Makes the segments those of {@code after}, resting, with the members they had; returns their ids in the order of the rules. */
    List<Long> arrange(Connection connection, Kept before, Classification after) throws SQLException {
        Map<String, Long> there = new HashMap<>();
        for (int i = 0; i < before.segments().size(); i++) {
            there.put(
                    before.classification().rules().get(i).key(),
                    before.segments().get(i));
        }
        List<Segment> all = SegmentTable.all(connection);
        List<Long> ids = new ArrayList<>();
        for (int place = 0; place < after.rules().size(); place++) {
            Long id = there.remove(after.rules().get(place).key());
            Definition definition = definition(after, place);
            Set<String> facts = facts(after, place);
            ids.add(id == null ? add(connection, definition, facts, all) : change(connection, id, definition, facts));
        }
        drop(connection, there.values(), new HashSet<>(before.segments()));
        return ids;
    }

    private Definition definition(Classification classification, int place) {
        Classification.Rule rule = classification.rules().get(place);
        return new Definition(
                classification.segmentKey(rule),
                rule.name(),
                Kind.RULE,
                classification.filter(place),
                "A class of " + classification.name(),
                platform.callers().current().user().value(),
                Definition.Validity.ALWAYS);
    }

    private Set<String> facts(Classification classification, int place) {
        Set<String> facts = new HashSet<>(classification.before(place));
        String own = classification.rules().get(place).filter();
        if (own != null) {
            facts.addAll(platform.everybody(own).facts());
        }
        return facts;
    }

    private long add(Connection connection, Definition definition, Set<String> facts, List<Segment> all)
            throws SQLException {
        if (all.stream().anyMatch(segment -> segment.key().equals(definition.key()))) {
            throw new ConflictException("segment-key-taken", "There is a segment " + definition.key() + " already");
        }
        Instant now = platform.now();
        Segment.Times times = new Segment.Times(now, now, now);
        Segment segment = new Segment(platform.newId(), 1, definition, facts, WAITING, 0, times);
        SegmentTable.insert(connection, segment);
        telling.changed("SegmentAdded", segment);
        return segment.id();
    }

    private long change(Connection connection, long id, Definition definition, Set<String> facts) throws SQLException {
        Segment before = SegmentTable.find(connection, id).orElseThrow(() -> Segments.absent(id));
        Segment.Times times = new Segment.Times(
                before.times().created(), platform.now(), before.times().computed());
        Segment after = new Segment(id, before.version() + 1, definition, facts, WAITING, before.size(), times);
        boolean unused = SegmentTable.update(connection, after, before.version());
        telling.changed("SegmentChanged", after);
        return id;
    }

    /** Removes segments that no others name but those of {@code classes}. */
    void drop(Connection connection, Collection<Long> ids, Set<Long> classes) throws SQLException {
        List<Segment> all = SegmentTable.all(connection);
        for (Segment segment : all) {
            if (ids.contains(segment.id())) {
                requireUnused(segment, all, classes);
                SegmentTable.delete(connection, segment.id());
                telling.changed("SegmentRemoved", segment);
            }
        }
    }

    private static void requireUnused(Segment segment, List<Segment> all, Set<Long> classes) {
        for (Segment other : all) {
            if (!classes.contains(other.id())
                    && other.facts().contains(segment.definition().fact())) {
                throw new ConflictException(
                        "segment-in-use", "The filter of " + other.key() + " names the segment " + segment.key());
            }
        }
    }
}
