package io.clientele.registry.internal.life;

import io.clientele.events.FeedStatus;
import io.clientele.events.Feeds;
import io.clientele.events.spi.EventHandler;
import io.clientele.registry.spi.LifeCycleParticipant;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The participants that are here, each with its feed, and the names of those that were here once. */
@Component(service = Participants.class, immediate = true)
public final class Participants {
    private final BundleContext context;
    private final Feeds feeds;
    private final Map<LifeCycleParticipant, Present> present = new ConcurrentHashMap<>();

    private record Present(String module, ServiceRegistration<EventHandler> feed) {}

    @Activate
    public Participants(BundleContext context, @Reference Feeds feeds) {
        this.context = context;
        this.feeds = feeds;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addParticipant(LifeCycleParticipant participant, ServiceReference<LifeCycleParticipant> service) {
        Bundle bundle = service.getBundle();
        if (bundle != null) {
            String module = bundle.getSymbolicName();
            Dictionary<String, Object> properties = FrameworkUtil.asDictionary(ParticipantFeed.properties(module));
            present.put(
                    participant,
                    new Present(
                            module,
                            context.registerService(EventHandler.class, new ParticipantFeed(participant), properties)));
        }
    }

    void removeParticipant(LifeCycleParticipant participant) {
        Present removed = present.remove(participant);
        if (removed != null) {
            removed.feed.unregister();
        }
    }

    /** Every module that takes part or ever did, in the order of names; null stands for one that is away or hangs. */
    Map<String, @Nullable LifeCycleParticipant> all() {
        Map<String, @Nullable LifeCycleParticipant> all = new TreeMap<>();
        Map<String, Boolean> hung = new HashMap<>();
        for (FeedStatus feed : feeds.status()) {
            if (feed.name().startsWith(ParticipantFeed.PREFIX)) {
                String module = feed.name().substring(ParticipantFeed.PREFIX.length());
                all.put(module, null);
                hung.put(module, feed.state() == FeedStatus.State.HUNG);
            }
        }
        present.forEach((participant, here) -> {
            if (!Boolean.TRUE.equals(hung.get(here.module))) {
                all.put(here.module, participant);
            }
        });
        return all;
    }
}
