package io.clientele.segmentation.internal.grade;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.clientele.events.NewEvent;
import io.clientele.facts.Subquery;
import io.clientele.kernel.InvalidInputException;
import io.clientele.segmentation.internal.Grading;
import io.clientele.segmentation.internal.Platform;
import io.clientele.segmentation.internal.Upkeep;
import io.clientele.segmentation.internal.rfm.Rfm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Grades customers: some after something happened to them, all at night and when asked. */
@Component(service = {Grader.class, Grading.class})
public final class Grader implements Grading {
    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);

    /** More than so many changes of one scale are told in one event. */
    private static final int MOST_TOLD = 1_000;

    private final Platform platform;
    private final Upkeep upkeep;
    private final KnownScales known;
    private final Rfm rfm;

    @Activate
    public Grader(
            @Reference Platform platform, @Reference Upkeep upkeep, @Reference KnownScales known, @Reference Rfm rfm) {
        this.platform = platform;
        this.upkeep = upkeep;
        this.known = known;
        this.rfm = rfm;
    }

    @Override
    public Map<String, Set<Long>> follow(Connection connection, Function<String, Set<Long>> touched)
            throws SQLException {
        Map<String, Set<Long>> changed = new LinkedHashMap<>();
        for (KeptScale kept : ScaleTable.all(connection)) {
            Set<Long> customers = kept.status() == KeptScale.Status.OK
                    ? touched.apply(kept.scale().fact())
                    : Set.of();
            if (!customers.isEmpty()) {
                Set<Long> moved = follow(connection, kept, customers);
                if (!moved.isEmpty()) {
                    changed.put(kept.scale().factOfBand(), moved);
                }
            }
        }
        return changed;
    }

    private Set<Long> follow(Connection connection, KeptScale kept, Set<Long> customers) throws SQLException {
        Subquery values;
        try {
            values = platform.everybody(null)
                    .with(customers, List.of(kept.scale().fact()), platform.now());
        } catch (InvalidInputException e) {
            suspend(connection, kept, e);
            return Set.of();
        }
        GradeTable table = new GradeTable(connection, platform.dialect(), kept);
        return move(table, kept.scale(), table.standings(values), kept.scale().ladder(kept.cuts())).stream()
                .map(GradeTable.Change::customer)
                .collect(Collectors.toSet());
    }

    private void suspend(Connection connection, KeptScale kept, InvalidInputException why) throws SQLException {
        keep(connection, kept.in(KeptScale.Status.SUSPENDED));
        LOG.warn("The grades {} rest: {}", kept.scale().key(), why.getMessage());
    }

    private static void keep(Connection connection, KeptScale kept) throws SQLException {
        boolean unused = ScaleTable.update(connection, kept, kept.version());
    }

    /** Cuts a new scale and grades everybody by it, as if nobody had been graded before; segments follow. */
    KeptScale begin(Connection connection, KeptScale kept) throws SQLException {
        new GradeTable(connection, platform.dialect(), kept).dropOthers(platform.now());
        return run(connection, kept, 0);
    }

    /** Cuts a scale anew and grades everybody by it, in a unit of work that has entered the gate; segments follow. */
    KeptScale run(Connection connection, KeptScale kept) throws SQLException {
        return run(connection, kept, kept.scale().margin());
    }

    private KeptScale run(Connection connection, KeptScale kept, double margin) throws SQLException {
        Subquery values;
        try {
            values = platform.everybody(null).with(List.of(kept.scale().fact()), platform.now());
        } catch (InvalidInputException e) {
            suspend(connection, kept, e);
            return kept.in(KeptScale.Status.SUSPENDED);
        }
        GradeTable table = new GradeTable(connection, platform.dialect(), kept);
        Standings standings = table.standings(values);
        double[] ascending = standings.ascending(kept.scale());
        if (!kept.scale().suffices(ascending)) {
            KeptScale resting = kept.tooFew(platform.now());
            keep(connection, resting);
            return resting;
        }
        List<Double> cuts = kept.scale().method().cut(ascending, kept.scale().limits());
        KeptScale graded = kept.graded(cuts, platform.today(), platform.now());
        keep(connection, graded);
        Ladder ladder = new Ladder(cuts, margin, kept.scale().negative() != null);
        if (!move(table, kept.scale(), standings, ladder).isEmpty()) {
            upkeep.changed(connection, kept.scale().factOfBand()::equals);
        }
        return graded;
    }

    private List<GradeTable.Change> move(GradeTable table, Scale scale, Standings standings, Ladder ladder)
            throws SQLException {
        List<GradeTable.Change> changes = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            int before = standings.band(i);
            int after = ladder.of(standings.value(i), before);
            if (after != before) {
                changes.add(new GradeTable.Change(standings.customer(i), scale.keyOf(before), scale.keyOf(after)));
            }
        }
        table.move(changes, platform.now());
        tell(scale, changes);
        return changes;
    }

    private void tell(Scale scale, List<GradeTable.Change> changes) {
        if (changes.size() > MOST_TOLD) {
            ObjectNode detail = JsonNodeFactory.instance
                    .objectNode()
                    .put("scale", scale.key())
                    .put("changed", changes.size());
            platform.outbox().append(new NewEvent("segmentation.GradesChanged", null, detail.toString()));
            return;
        }
        for (GradeTable.Change change : changes) {
            ObjectNode detail = JsonNodeFactory.instance
                    .objectNode()
                    .put("scale", scale.key())
                    .put("from", change.from())
                    .put("to", change.to());
            platform.outbox().append(new NewEvent("segmentation.GradeChanged", change.customer(), detail.toString()));
        }
    }

    @Override
    public void scored(Connection connection) throws SQLException {
        for (KeptScale kept : ScaleTable.all(connection)) {
            if (kept.scale().fact().startsWith("rfm.") && kept.status() != KeptScale.Status.SUSPENDED) {
                var unused = run(connection, kept);
            }
        }
    }

    @Override
    public void judge() {
        for (KeptScale kept : all()) {
            boolean away = platform.facts().all().stream()
                    .noneMatch(fact -> fact.name().equals(kept.scale().fact()));
            if (away != (kept.status() == KeptScale.Status.SUSPENDED)) {
                var unused = upkeep.write(connection -> run(connection, current(connection, kept)));
            }
        }
    }

    private List<KeptScale> all() {
        return platform.transactions().read(ScaleTable::all);
    }

    /** The scale as it stands now that nobody else writes. */
    private static KeptScale current(Connection connection, KeptScale kept) throws SQLException {
        return ScaleTable.all(connection).stream()
                .filter(each -> each.id() == kept.id())
                .findFirst()
                .orElse(kept);
    }

    @Override
    public boolean step(Instant due) {
        LocalDate day = LocalDate.ofInstant(due, ZoneOffset.UTC);
        if (rfm.scoreIfOlderThan(day)) {
            return true;
        }
        known.follow();
        for (KeptScale kept : all()) {
            Instant graded = kept.gradedAt();
            if (kept.status() != KeptScale.Status.SUSPENDED && (graded == null || graded.isBefore(due))) {
                var unused = upkeep.write(connection -> run(connection, current(connection, kept)));
                return true;
            }
        }
        return false;
    }
}
