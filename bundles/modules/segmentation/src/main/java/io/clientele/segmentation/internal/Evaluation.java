package io.clientele.segmentation.internal;

import io.clientele.facts.Selection;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.CauseTable;
import io.clientele.segmentation.internal.store.Definition;
import io.clientele.segmentation.internal.store.MemberTable;
import io.clientele.segmentation.internal.store.Segment;
import io.clientele.segmentation.internal.store.SegmentTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds anew to which segments some customers belong: one statement for each segment that what changed may concern, then the moves together.
 * For one unit of work that has entered the gate.
 */
final class Evaluation {
    private final Platform platform;
    private final Telling telling;
    private final Connection connection;
    private final Snapshot snapshot;
    private final Instant now;
    private final Map<Touched, Map<Long, Cause>> changes = new LinkedHashMap<>();
    private final Map<Long, Map<Long, Cause>> asked = new HashMap<>();
    private final Map<Long, Cause> causes = new HashMap<>();
    private final Map<Segment, List<MemberTable.Move>> entering = new LinkedHashMap<>();
    private final Map<Segment, List<MemberTable.Move>> leaving = new LinkedHashMap<>();

    Evaluation(Platform platform, Connection connection, Snapshot snapshot, Instant now) {
        this.platform = platform;
        this.telling = new Telling(platform.outbox());
        this.connection = connection;
        this.snapshot = snapshot;
        this.now = now;
    }

    /** Some facts of a customer may have changed. */
    void add(Touched touched, long customer, Cause cause) {
        changes.computeIfAbsent(touched, t -> new LinkedHashMap<>()).put(customer, cause);
    }

    /** These customers may belong to this segment, or may not any longer. */
    void add(Segment segment, Set<Long> customers, Cause cause) {
        Map<Long, Cause> ofIt = asked.computeIfAbsent(segment.id(), id -> new HashMap<>());
        customers.forEach(customer -> ofIt.put(customer, cause));
    }

    /** Moves whoever has to move; returns how many did. */
    int run() throws SQLException {
        Set<Long> customers = new HashSet<>();
        changes.values().forEach(each -> customers.addAll(each.keySet()));
        asked.values().forEach(each -> customers.addAll(each.keySet()));
        if (customers.isEmpty()) {
            return 0;
        }
        Map<Long, Set<Long>> inside = MemberTable.among(connection, customers);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int moves = 0;
        for (Segment segment : snapshot.segments()) {
            if (segment.isKept(today)) {
                moves += evaluate(segment, inside.getOrDefault(segment.id(), Set.of()));
            }
        }
        flush();
        return moves;
    }

    private int evaluate(Segment segment, Set<Long> inside) throws SQLException {
        Map<Long, Cause> concerned = new LinkedHashMap<>(asked.getOrDefault(segment.id(), Map.of()));
        changes.forEach((touched, customers) -> {
            if (touched.any(segment.facts())) {
                concerned.putAll(customers);
            }
        });
        if (concerned.isEmpty()) {
            return 0;
        }
        Selection selection;
        try {
            selection = platform.everybody(segment.filter());
        } catch (InvalidInputException e) {
            new Suspension(platform).begin(connection, segment, e);
            return 0;
        }
        if (segment.facts().stream().anyMatch(fact -> fact.startsWith(Definition.FACTS))) {
            flush();
        }
        Set<Long> wanted = MemberTable.ids(connection, selection.among(concerned.keySet(), now));
        return compare(segment, concerned, new Sides(inside, wanted));
    }

    /** Who is in, and who ought to be. */
    private record Sides(Set<Long> inside, Set<Long> wanted) {}

    private int compare(Segment segment, Map<Long, Cause> concerned, Sides sides) {
        int moves = 0;
        Touched itself = Touched.only(Set.of(segment.definition().fact()));
        for (Map.Entry<Long, Cause> each : concerned.entrySet()) {
            long customer = each.getKey();
            boolean in = sides.wanted.contains(customer);
            if (in != sides.inside.contains(customer)) {
                Map<Segment, List<MemberTable.Move>> moving = in ? entering : leaving;
                moving.computeIfAbsent(segment, s -> new ArrayList<>())
                        .add(new MemberTable.Move(segment.id(), customer, each.getValue()));
                add(itself, customer, each.getValue());
                moves++;
            }
        }
        return moves;
    }

    /** Writes what waits, so that filters over segments see it. */
    private void flush() throws SQLException {
        Map<Long, Cause> fresh = new LinkedHashMap<>();
        List<MemberTable.Move> in = gather(entering, fresh);
        List<MemberTable.Move> out = gather(leaving, fresh);
        if (fresh.isEmpty() && in.isEmpty() && out.isEmpty()) {
            return;
        }
        CauseTable.insert(connection, fresh.values());
        MemberTable.leave(connection, out);
        MemberTable.enter(connection, in);
        entering.forEach((segment, moves) -> moves.forEach(m -> telling.entered(segment, m.customer(), m.cause())));
        leaving.forEach((segment, moves) -> moves.forEach(m -> telling.left(segment, m.customer(), m.cause())));
        Set<Segment> moved = new HashSet<>(entering.keySet());
        moved.addAll(leaving.keySet());
        for (Segment segment : moved) {
            int growth = entering.getOrDefault(segment, List.of()).size()
                    - leaving.getOrDefault(segment, List.of()).size();
            SegmentTable.grow(connection, segment.id(), growth);
        }
        entering.clear();
        leaving.clear();
    }

    private List<MemberTable.Move> gather(Map<Segment, List<MemberTable.Move>> moving, Map<Long, Cause> fresh) {
        List<MemberTable.Move> moves = new ArrayList<>();
        moving.values().forEach(moves::addAll);
        for (MemberTable.Move move : moves) {
            if (causes.putIfAbsent(move.cause().id(), move.cause()) == null) {
                fresh.put(move.cause().id(), move.cause());
            }
        }
        return moves;
    }
}
