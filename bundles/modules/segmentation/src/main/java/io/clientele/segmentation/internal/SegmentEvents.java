package io.clientele.segmentation.internal;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.segmentation.internal.store.Cause;
import io.clientele.segmentation.internal.store.Gate;
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
    private static final String OWN = "segmentation.";

    private final Platform platform;
    private final KnownSegments known;
    private final PurchaseSummaries summaries;

    @Activate
    public SegmentEvents(
            @Reference Platform platform, @Reference KnownSegments known, @Reference PurchaseSummaries summaries) {
        this.platform = platform;
        this.known = known;
        this.summaries = summaries;
    }

    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    @Override
    public void handleAll(List<Event> events) {
        List<Event> foreign = events.stream()
                .filter(event -> event.customer() != null && !event.type().startsWith(OWN))
                .toList();
        if (!foreign.isEmpty()) {
            platform.transactions().write(connection -> {
                Gate.Mark mark = Gate.enter(connection);
                Snapshot snapshot = known.at(connection, mark.revision());
                summaries.update(connection, buyers(foreign));
                Evaluation evaluation = new Evaluation(platform, connection, snapshot, platform.now());
                add(foreign, evaluation);
                return evaluation.run();
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

    private void add(List<Event> events, Evaluation evaluation) {
        Map<String, Touched> read = new HashMap<>();
        for (Event event : events) {
            Long customer = event.customer();
            if (customer != null) {
                Touched touched = read.computeIfAbsent(event.type() + event.detail(), text -> Touched.by(event));
                evaluation.add(touched, customer, Cause.of(platform.newId(), event));
            }
        }
    }
}
