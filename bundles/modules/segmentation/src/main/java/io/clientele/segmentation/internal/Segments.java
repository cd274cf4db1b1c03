package io.clientele.segmentation.internal;

import io.clientele.access.Change;
import io.clientele.access.UserId;
import io.clientele.access.Users;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.NotFoundException;
import io.clientele.kernel.Page;
import io.clientele.kernel.PreconditionException;
import io.clientele.kernel.ShortId;
import io.clientele.persistence.DuplicateKeyException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The segments and their definitions. A definition and the members that it brings are written together. */
@Component(service = Segments.class)
public final class Segments {
    /** The permission to read segments. */
    public static final String READ = "segmentation:read";

    /** The permission to define segments. */
    public static final String WRITE = "segmentation:write";

    private final Platform platform;
    private final KnownSegments known;
    private final Telling telling;
    private final DefinitionRules rules;

    @Activate
    public Segments(@Reference Platform platform, @Reference KnownSegments known, @Reference Users users) {
        this(platform, known, id -> users.find(id).isPresent());
    }

    Segments(Platform platform, KnownSegments known, Predicate<UserId> users) {
        this.platform = platform;
        this.known = known;
        this.telling = new Telling(platform.outbox());
        this.rules = new DefinitionRules(platform, users);
    }

    /** Adds a segment with the members that it has now. */
    public Segment add(Definition definition) {
        platform.callers().require(WRITE);
        checkEarly(definition);
        try {
            return written(() -> platform.transactions().write(connection -> {
                Snapshot snapshot = enter(connection);
                Set<String> facts = rules.check(definition, snapshot);
                Instant now = platform.now();
                Segment.Times times = new Segment.Times(now, now, now);
                Segment segment = new Segment(platform.newId(), 1, definition, facts, null, 0, times);
                SegmentTable.insert(connection, segment);
                Moves moves = define(connection, segment, snapshot);
                record("SegmentAdded", segment, moves);
                return read(connection, segment.id());
            }));
        } catch (DuplicateKeyException e) {
            throw new ConflictException("segment-key-taken", "There is a segment " + definition.key() + " already");
        }
    }

    /** Writes {@code definition} in place of the one that was read in {@code version}; the members follow at once. */
    public Segment replace(long id, long version, Definition definition) {
        platform.callers().require(WRITE);
        checkEarly(definition);
        return written(() -> platform.transactions().write(connection -> {
            Snapshot snapshot = enter(connection);
            Segment before = read(connection, id);
            rules.requireSameKey(before.definition(), definition);
            Set<String> facts = rules.check(definition, snapshot);
            DefinitionRules.requireFree(connection, before);
            Segment.Times times = new Segment.Times(
                    before.times().created(), platform.now(), before.times().computed());
            Segment after = new Segment(id, before.version() + 1, definition, facts, null, before.size(), times);
            if (!SegmentTable.update(connection, after, version)) {
                throw PreconditionException.stale();
            }
            boolean same = Objects.equals(before.definition().filter(), definition.filter())
                    && before.suspended() == null
                    && before.definition().validity().equals(definition.validity());
            Moves moves = same ? Moves.NONE : define(connection, after, snapshot);
            if (same) {
                Gate.changed(connection);
            }
            record("SegmentChanged", after, moves);
            return read(connection, id);
        }));
    }

    /** What is wrong by itself need not wait for the gate to be refused. */
    private void checkEarly(Definition definition) {
        Set<String> unused = rules.check(definition, known.refresh());
    }

    /** Enters the gate; returns the segments as they are until it is left. */
    private Snapshot enter(Connection connection) throws SQLException {
        return known.at(connection, Gate.enter(connection).revision());
    }

    private Moves define(Connection connection, Segment segment, Snapshot snapshot) throws SQLException {
        Gate.changed(connection);
        if (!segment.isKept(platform.today())) {
            return Moves.NONE;
        }
        Membership membership = new Membership(platform);
        Moves moves = membership.recompute(connection, segment, cause(Cause.Kind.DEFINITION));
        if (moves.total() > 0) {
            membership.recomputeBehind(connection, snapshot, segment, Cause.Kind.DEFINITION);
        }
        return moves;
    }

    /** Finds all members of a rule segment anew. */
    public Segment recompute(long id) {
        platform.callers().require(WRITE);
        return written(() -> platform.transactions().write(connection -> {
            Snapshot snapshot = enter(connection);
            Segment segment = read(connection, id);
            if (segment.definition().kind() == Kind.LIST) {
                throw new ConflictException("segment-is-list", "The members of a list are put in by hand");
            }
            Membership membership = new Membership(platform);
            Moves moves = membership.recompute(connection, segment, cause(Cause.Kind.REPAIR));
            membership.recomputeBehind(connection, snapshot, segment, Cause.Kind.REPAIR);
            record("SegmentRecomputed", segment, moves);
            return read(connection, id);
        }));
    }

    /** Removes a segment with its members and its history. Fails while another segment names it. */
    public void remove(long id, long version) {
        platform.callers().require(WRITE);
        written(() -> platform.transactions().write(connection -> {
            Snapshot snapshot = enter(connection);
            Segment segment = read(connection, id);
            if (segment.version() != version) {
                throw PreconditionException.stale();
            }
            DefinitionRules.requireFree(connection, segment);
            DefinitionRules.requireUnused(segment, snapshot);
            SegmentTable.delete(connection, id);
            Gate.changed(connection);
            record("SegmentRemoved", segment, Moves.NONE);
            return segment;
        }));
    }

    public Segment get(long id) {
        platform.callers().require(READ);
        return platform.transactions().read(connection -> read(connection, id));
    }

    /** The segment of this key, if there is one. */
    public Optional<Segment> find(String key) {
        platform.callers().require(READ);
        return known.refresh().find(key);
    }

    /** Segments in the order they were added; {@code after} is the id of the last of an earlier page, or 0. */
    public Page<Segment> list(long after, int limit) {
        platform.callers().require(READ);
        // One more than wanted tells whether others follow.
        List<Segment> found =
                platform.transactions().read(connection -> SegmentTable.page(connection, after, limit + 1));
        List<Segment> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? ShortId.format(items.get(limit - 1).id()) : null;
        return new Page<>(items, next, null);
    }

    private Cause cause(Cause.Kind kind) {
        Long actor = platform.callers().current().user().value();
        return new Cause(platform.newId(), kind, null, null, actor, platform.now());
    }

    private static Segment read(Connection connection, long id) throws SQLException {
        return SegmentTable.find(connection, id).orElseThrow(() -> absent(id));
    }

    static NotFoundException absent(long id) {
        return new NotFoundException("segment", id < 0 ? "of this id" : ShortId.format(id));
    }

    /** Other parts of this node learn of a change when it is committed. */
    private <T> T written(Supplier<T> change) {
        T result = change.get();
        known.refresh();
        return result;
    }

    private void record(String what, Segment segment, Moves moves) {
        @Nullable String filter = segment.definition().filter();
        Map<String, Object> detail =
                new TreeMap<>(Map.of("segment", segment.key(), "entered", moves.entered(), "left", moves.left()));
        if (filter != null) {
            detail.put("filter", filter);
        }
        platform.audit().record(new Change("segmentation." + what, "segment", segment.id(), Json.write(detail)));
        telling.changed(what, segment);
    }
}
