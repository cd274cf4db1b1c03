package io.clientele.segmentation.internal;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the members of rule segments current: whatever happens to a customer, the segments that it may concern are evaluated for it. */
@Component
@Feed(name = SegmentEvents.FEED)
public final class SegmentEvents implements EventHandler {
    /** The name of the feed. */
    public static final String FEED = "segmentation";

    static final String PURCHASE = "registry.PurchaseAdded";
    private static final String SCORED = "segmentation.Scored";
    private static final String OWN = "segmentation.";

    private final Platform platform;
    private final KnownSegments known;
    private final PurchaseSummaries summaries;
    private final Grading grading;

    @Activate
    public SegmentEvents(
            @Reference Platform platform,
            @Reference KnownSegments known,
            @Reference PurchaseSummaries summaries,
            @Reference Grading grading) {
        this.platform = platform;
        this.known = known;
        this.summaries = summaries;
        this.grading = grading;
    }

    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Event> events) {
        scored(events);
        List<Event> foreign = events.stream()
                .filter(event -> event.customer() != null && !event.type().startsWith(OWN))
                .toList();
        if (!foreign.isEmpty()) {
            platform.transactions().write(connection -> {
                Gate.Mark mark = Gate.enter(connection);
                Snapshot snapshot = known.at(connection, mark.revision());
                summaries.update(connection, buyers(foreign));
                Evaluation evaluation = new Evaluation(platform, connection, snapshot, platform.now());
                add(connection, foreign, evaluation);
                return evaluation.run();
            });
        }
    }

    /** What this module itself does to all customers at once, too long for the unit of work in which it was asked for. */
    private void scored(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(SCORED))) {
            platform.transactions().write(connection -> {
                Gate.Mark unused = Gate.enter(connection);
                grading.scored(connection);
                return true;
            });
        }
    }

    private static Set<Long> buyers(List<Event> events) {
        Set<Long> buyers = new HashSet<>();
        for (Event event : events) {
            Long customer = event.customer();
            if (customer != null && event.type().equals(PURCHASE)) {
                buyers.add(customer);
            }
        }
        return buyers;
    }

    private void add(Connection connection, List<Event> events, Evaluation evaluation) throws SQLException {
        Map<String, Touched> read = new HashMap<>();
        Map<Touched, Set<Long>> customers = new HashMap<>();
        Map<Long, Cause> last = new HashMap<>();
        for (Event event : events) {
            Long customer = event.customer();
            if (customer != null) {
                Touched touched = read.computeIfAbsent(event.type() + event.detail(), text -> Touched.by(event));
                Cause cause = Cause.of(platform.newId(), event);
                evaluation.add(touched, customer, cause);
                customers.computeIfAbsent(touched, t -> new HashSet<>()).add(customer);
                last.put(customer, cause);
            }
        }
        Map<String, Set<Long>> graded = grading.follow(connection, fact -> touching(customers, fact));
        graded.forEach((fact, whose) -> whose.forEach(customer -> {
            Cause cause = last.get(customer);
            if (cause != null) {
                evaluation.add(Touched.only(Set.of(fact)), customer, cause);
            }
        }));
    }

    private static Set<Long> touching(Map<Touched, Set<Long>> customers, String fact) {
        Set<Long> touching = new HashSet<>();
        customers.forEach((touched, whose) -> {
            if (touched.any(Set.of(fact))) {
                touching.addAll(whose);
            }
        });
        return touching;
    }
}
