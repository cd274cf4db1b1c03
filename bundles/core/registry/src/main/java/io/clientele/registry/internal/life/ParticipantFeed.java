package io.clientele.registry.internal.life;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import java.util.Map;
import java.util.Objects;

/** Hands what was done to whole customers to one participant; its place is kept as that of a feed of its own. */
public final class ParticipantFeed implements EventHandler {
    /** What the names of these feeds begin with; the symbolic name of the participant's bundle follows. */
    static final String PREFIX = "life-";

    private final LifeCycleParticipant participant;

    public ParticipantFeed(LifeCycleParticipant participant) {
        this.participant = participant;
    }

    /** How the feed of a module's participant is to be read. */
    public static Map<String, Object> properties(String module) {
        return Map.of(
                Feed.PREFIX_ + "name",
                PREFIX + module,
                Feed.PREFIX_ + "module",
                module,
                Feed.PREFIX_ + "types",
                LifeEvents.types(),
                Feed.PREFIX_ + "from",
                Feed.START,
                Feed.PREFIX_ + "beforeRequests",
                true);
    }

    @Override
    public void handle(Event event) {
        if (event.type().equals(LifeEvents.ERASED)) {
            participant.erased(
                    new CustomerId(Objects.requireNonNull(event.customer(), "an erased customer has an id")));
        } else {
            participant.handedOver(LifeEvents.handedOver(event));
        }
    }
}
