package io.clientele.events;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where bundles append what happened, in the unit of work of the change itself: the event is there if and only if the change is. Fails
 * outside {@link io.clientele.persistence.Transactions#write}.
 *
 * <p>The events of one customer are handed out in the order in which they were appended, if whoever appends has locked or written the
 * customer's row before, or a row that only this customer's changes touch.
 */
@ProviderType
public interface Outbox {
    /**
     * Appends one event. All events of a unit are written together, just before it commits, in one statement. A module names its own: a type
     * that does not begin with the module's name and a dot fails with {@link IllegalArgumentException}.
     */
    void append(NewEvent event);
}
