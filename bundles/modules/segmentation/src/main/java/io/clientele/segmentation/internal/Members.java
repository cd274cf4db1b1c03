package io.clientele.segmentation.internal;

import io.clientele.access.Change;
import io.clientele.access.Visibility;
import io.clientele.facts.CustomerQuery;
import io.clientele.facts.Row;
import io.clientele.facts.Selection;
import io.clientele.facts.Subquery;
import io.clientele.kernel.ConflictException;
import io.clientele.kernel.Page;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import io.clientele.segmentation.internal.store.Kind;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in a segment, as far as the caller sees them, and who is put in and out by hand. */
@Component(service = Members.class)
public final class Members {
    /** Reads an id and a name. */
    public static final Row<Found> NAMED =
            new Row<>(List.of("id", "name"), row -> new Found(row.getLong(1), row.getString(2)));

    private static final int EXAMPLES = 5;

    private final Platform platform;
    private final KnownSegments known;
    private final Segments segments;

    /** A customer, and what it is called. */
    public record Found(long id, String name) {}

    /** A member. */
    public record Member(long id, String name, @Nullable Instant since) {}

    /** What a filter would bring: how many the caller sees, and the first of them. */
    public record Preview(long count, List<Found> examples, Set<String> facts, boolean timed) {}

    @Activate
    public Members(@Reference Platform platform, @Reference KnownSegments known, @Reference Segments segments) {
        this.platform = platform;
        this.known = known;
        this.segments = segments;
    }

    /** Tries a filter out. */
    public Preview preview(String filter) {
        platform.callers().require(Segments.READ);
        Selection selection = platform.selections().of(filter);
        long count = platform.customers().count(filter);
        Page<Found> first = platform.customers().list(new CustomerQuery(filter, null, EXAMPLES, null, false), NAMED);
        return new Preview(count, first.items(), selection.facts(), selection.isTimed());
    }

    /** Members that the caller sees, with a further filter of theirs. */
    public Page<Member> list(long id, CustomerQuery query) {
        Segment segment = segments.get(id);
        boolean all = query.filter() == null || query.filter().isBlank();
        String filter = narrowed(segment.definition().fact() + "==true", query.filter());
        boolean counted = query.total() && !all;
        Page<Found> page = platform.customers()
                .list(new CustomerQuery(filter, query.sort(), query.limit(), query.cursor(), counted), NAMED);
        List<Long> ids = page.items().stream().map(Found::id).toList();
        Map<Long, Instant> since = ids.isEmpty()
                ? Map.of()
                : platform.transactions().read(connection -> MemberTable.since(connection, id, ids));
        List<Member> members = page.items().stream()
                .map(found -> new Member(found.id(), found.name(), since.get(found.id())))
                .toList();
        return new Page<>(members, page.next(), query.total() && all ? (Long) visible(segment) : page.total());
    }

    /** A further filter must be one by itself: else it could end the parentheses that it is put into, and reach others than members. */
    private String narrowed(String mine, @Nullable String further) {
        if (further == null || further.isBlank()) {
            return mine;
        }
        platform.selections().of(further);
        return mine + ";(" + further + ")";
    }

    /** How many members the caller sees. */
    public long visible(Segment segment) {
        Visibility visibility = Visibility.of(platform.callers().require(Segments.READ));
        return visibility.fold(segment::size, some -> platform.customers()
                .count(segment.definition().fact() + "==true"));
    }

    /** Puts customers whom the caller sees into a list; returns how many were not in it. */
    public long put(long id, Collection<Long> customers) {
        return customers.isEmpty() ? 0 : put(id, platform.selections().of(null).among(customers, platform.now()));
    }

    /** Puts those who match now, as far as the caller sees them, into a list; returns how many were not in it. */
    public long put(long id, String filter) {
        return put(id, platform.selections().of(filter).all(platform.now()));
    }

    private long put(long id, Subquery query) {
        return change(id, (connection, segment, cause) -> new Membership(platform)
                        .join(connection, segment, query, cause))
                .entered();
    }

    /** Puts a customer out of a list; returns whether it was in. */
    public boolean remove(long id, long customer) {
        return change(id, (connection, segment, cause) -> {
                            boolean in =
                                    platform.customers().find(customer, NAMED).isPresent()
                                            && MemberTable.of(connection, customer)
                                                    .containsKey(id);
                            return in
                                    ? new Membership(platform).part(connection, segment, customer, cause)
                                    : Moves.NONE;
                        })
                        .left()
                > 0;
    }

    private interface ByHand {
        Moves move(Connection connection, Segment segment, Cause cause) throws SQLException;
    }

    private Moves change(long id, ByHand work) {
        long actor = platform.callers().require(Segments.WRITE).user().value();
        return platform.transactions().write(connection -> {
            Gate.Mark mark = Gate.enter(connection);
            Segment segment = SegmentTable.find(connection, id).orElseThrow(() -> Segments.absent(id));
            if (segment.definition().kind() != Kind.LIST) {
                throw new ConflictException("segment-is-rule", "The members of a rule follow from its filter");
            }
            Cause cause = new Cause(platform.newId(), Cause.Kind.HAND, null, null, actor, platform.now());
            Moves moves = work.move(connection, segment, cause);
            if (moves.total() > 0) {
                Snapshot snapshot = known.at(connection, mark.revision());
                new Membership(platform).recomputeBehind(connection, snapshot, segment, Cause.Kind.HAND);
                record(segment, moves);
            }
            return moves;
        });
    }

    private void record(Segment segment, Moves moves) {
        String detail = Json.write(Map.of("segment", segment.key(), "entered", moves.entered(), "left", moves.left()));
        platform.audit().record(new Change("segmentation.MembersChanged", "segment", segment.id(), detail));
    }
}
