package io.clientele.registry.internal.life;

import io.clientele.events.Event;
import io.clientele.events.spi.EventHandler;
import io.clientele.events.spi.Feed;
import io.clientele.registry.CustomerId;
import io.clientele.registry.spi.LifeCycleParticipant;
import io.clientele.registry.spi.Merged;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

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
        switch (event.type()) {
            case LifeEvents.ERASED -> participant.erased(customer(event));
            case LifeEvents.MERGED -> once(event, participant::merged);
            case LifeEvents.UNMERGED -> once(event, participant::unmerged);
            default -> participant.handedOver(LifeEvents.handedOver(event));
        }
    }

    /** Each of the two customers has its event. */
    private static void once(Event event, Consumer<Merged> call) {
        Merged merged = LifeEvents.merged(event);
        if (merged.survivor().equals(customer(event))) {
            call.accept(merged);
        }
    }

    private static CustomerId customer(Event event) {
        return new CustomerId(Objects.requireNonNull(event.customer(), "a customer has an id"));
    }
}
