package io.clientele.events.internal;

import io.clientele.access.Callers;
import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.spi.EventHandler;
import io.clientele.persistence.Database;
import io.clientele.persistence.Schema;
import io.clientele.persistence.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every handler among the services its worker. */
@Component(
        service = {Feeds.class, FeedsComponent.class},
        immediate = true,
        configurationPid = "io.clientele.events")
public final class FeedsComponent implements Feeds {
    /** {@code etc/io.clientele.events.cfg}. */
    @interface Config {
        /** How long events are kept, at least; one that a known feed has not handled is kept in any case. */
        int retentionDays() default 30;

        /** How long a handler may take for a batch. */
        int deadlineSeconds() default 30;

        /** How often a handler gets an event that it fails at, before the event is parked. */
        int attempts() default 8;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FeedsComponent.class);
    private final RunningFeeds feeds;
    private final Map<EventHandler, Subscription> subscriptions = new ConcurrentHashMap<>();

    @Activate
    public FeedsComponent(
            Config config,
            @Reference(target = "(bundle=io.clientele.events)") Schema schema,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Callers callers,
            @Reference MeterRegistry meters,
            @Reference Arrivals arrivals) {
        this.feeds = new RunningFeeds(
                new RunningFeeds.Ground(transactions, database, callers, meters, Clock.systemUTC()),
                arrivals,
                Tuning.withDeadline(Duration.ofSeconds(config.deadlineSeconds()), config.attempts()));
        feeds.start(Math.max(1, config.retentionDays()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(EventHandler handler, ServiceReference<EventHandler> reference, Map<String, Object> properties) {
        Bundle bundle = reference.getBundle();
        String module = bundle == null ? "" : bundle.getSymbolicName();
        try {
            Subscription subscription = Subscription.of(handler, module, properties);
            subscriptions.put(handler, subscription);
            feeds.add(subscription);
        } catch (IllegalArgumentException e) {
            LOG.error("{}: its event handler is left alone: {}", module, e.getMessage());
        }
    }

    void removeHandler(EventHandler handler) {
        Subscription subscription = subscriptions.remove(handler);
        if (subscription != null) {
            feeds.remove(subscription);
        }
    }

    RunningFeeds running() {
        return feeds;
    }

    @Override
    public List<FeedStatus> status() {
        return feeds.status();
    }

    @Override
    public void forget(String feed) {
        feeds.forget(feed);
    }

    @Deactivate
    void close() {
        feeds.close();
    }
}
