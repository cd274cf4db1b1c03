package io.clientele.registry.spi;

import io.clientele.registry.CustomerId;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's part in what is done to a customer as a whole; a service, one for each bundle that keeps anything about customers.
 *
 * <p>What has been done arrives as events do: as the system, on a thread of this module's alone, in the order in which it happened, in the
 * unit of work that notes that it has arrived. What is written through {@link io.clientele.persistence.Transactions} is committed with that
 * note or not at all, so nothing is missed and nothing arrives twice. A call has the deadline of a feed; past it, or if it throws, it is
 * rolled back and tried again, more and more rarely; in the end it is parked in the feed {@code life-} and the bundle's symbolic name, shown
 * and retried on demand, and the module goes on with the next. Nobody else waits.
 *
 * <p>A module that is away takes part when it returns: its resources answer only once it has done all that had happened before it came.
 */
@ConsumerType
public interface LifeCycleParticipant {
    /**
     * The customer is gone for good: nothing may remain by which the person could be known. The id is never used again, so a number that
     * keeps only the id may stay.
     */
    void erased(CustomerId customer);

    /** A batch of customers has got another owner or team; what is bound to the former owner, such as open tasks, may follow. */
    default void handedOver(HandedOver handOver) {}

    /** A customer became part of another: what is kept under its id goes to the survivor, and nothing stays under it. */
    default void merged(Merged merged) {}

    /**
     * A merge was undone: what came to the survivor by it goes back to the other customer, and what came since stays. Merges of one survivor
     * are undone in reverse.
     */
    default void unmerged(Merged merged) {}

    /**
     * All that the module keeps about a customer, as one JSON value, for the person to read. Called as whoever asks, who may see the customer,
     * on a thread of its own and with a deadline; outside a unit of work. If it throws or overruns, the answer says that this module failed.
     */
    String subjectData(CustomerId customer);
}
