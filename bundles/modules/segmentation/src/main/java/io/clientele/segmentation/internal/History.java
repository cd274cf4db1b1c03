package io.clientele.segmentation.internal;

import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.kernel.Page;
import io.clientele.kernel.ShortId;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.MoveTable;
import io.clientele.segmentation.internal.store.Moves;
import io.clientele.segmentation.internal.store.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of a segment: who came and went and why, and how large it was, as far as the caller sees its members. */
@Component(service = History.class)
public final class History {
    private static final int LONGEST_CURVE = 3_660;
    private static final String NAME = "name.written";

    private final Platform platform;
    private final KnownSegments known;
    private final Segments segments;

    /** One day of a segment's life, in UTC. */
    public record Day(LocalDate day, long size, long entered, long left) {}

    /** A segment that a customer is in. */
    public record Belonging(Segment segment, Instant since) {}

    @Activate
    public History(@Reference Platform platform, @Reference KnownSegments known, @Reference Segments segments) {
        this.platform = platform;
        this.known = known;
        this.segments = segments;
    }

    /** The newest moves, from a cursor on. */
    public Page<MoveTable.Entry> moves(long id, int limit, @Nullable String cursor) {
        Segment unused = segments.get(id);
        Subquery seen = platform.selections().of(null).with(List.of(NAME), platform.now());
        MoveTable.Part part = part(cursor, limit + 1);
        List<MoveTable.Entry> found =
                platform.transactions().read(connection -> MoveTable.newest(connection, id, seen, part));
        List<MoveTable.Entry> items = found.subList(0, Math.min(limit, found.size()));
        MoveTable.Entry last = found.size() > limit ? items.get(limit - 1) : null;
        return new Page<>(items, last == null ? null : cursor(last), null);
    }

    private static String cursor(MoveTable.Entry last) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.at());
        return micros + "." + ShortId.format(last.customer());
    }

    private static MoveTable.Part part(@Nullable String cursor, int limit) {
        if (cursor == null) {
            return new MoveTable.Part(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, limit);
        }
        int dot = cursor.indexOf('.');
        long customer = dot < 1 ? -1 : ShortId.parse(cursor.substring(dot + 1));
        if (customer >= 0 && dot <= 18 && cursor.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9')) {
            long micros = Long.parseLong(cursor.substring(0, dot));
            return new MoveTable.Part(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), customer, limit);
        }
        throw new InvalidInputException("cursor", "This is no cursor of ours");
    }

    /** How the segment grew and shrank, day by day from its first until today. */
    public List<Day> curve(long id) {
        Segment unused = segments.get(id);
        Subquery seen = platform.selections().of(null).all(platform.now());
        SortedMap<LocalDate, Moves> daily =
                platform.transactions().read(connection -> MoveTable.daily(connection, id, seen));
        LocalDate today = platform.today();
        List<Day> days = new ArrayList<>();
        if (daily.isEmpty()) {
            return days;
        }
        LocalDate first = daily.firstKey();
        long size = 0;
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            Moves moves = daily.getOrDefault(day, Moves.NONE);
            size += moves.growth();
            if (ChronoUnit.DAYS.between(day, today) < LONGEST_CURVE) {
                days.add(new Day(day, size, moves.entered(), moves.left()));
            }
        }
        return days;
    }

    /** The segments that a customer whom the caller sees is in. */
    public List<Belonging> of(long customer) {
        platform.callers().require(Segments.READ);
        if (platform.customers().find(customer, Members.NAMED).isEmpty()) {
            return List.of();
        }
        Map<Long, Instant> since = platform.transactions().read(connection -> MemberTable.of(connection, customer));
        return known.refresh().segments().stream()
                .filter(segment -> since.containsKey(segment.id()))
                .map(segment -> new Belonging(segment, since.getOrDefault(segment.id(), Instant.EPOCH)))
                .toList();
    }
}
