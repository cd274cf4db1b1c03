package io.clientele.events.spi;

import io.clientele.events.Event;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the feed for one module; a service, whose {@link Feed} says which events. It is called as the system, on the feed's own thread, in
 * the unit of work that moves the feed's cursor: what it writes through {@link io.clientele.persistence.Transactions} is committed with
 * the cursor or not at all, so that no event is missed and none applied twice. On several nodes one handler is called at a time.
 *
 * <p>A call has a deadline (30 seconds unless configured). Past it the unit of work is cut and the thread interrupted. A handler that
 * throws is called again for each event alone, more and more rarely; an event that it cannot handle is parked, and the feed goes on.
 * Nothing may be sent to other systems from here: a unit that rolls back cannot take it back.
 */
@ConsumerType
public interface EventHandler {
    /** Handles one event. */
    void handle(Event event);

    /** Handles many events in order, at most 500 at once; worth overriding where set-based work is cheaper. */
    default void handleAll(List<Event> events) {
        events.forEach(this::handle);
    }
}
