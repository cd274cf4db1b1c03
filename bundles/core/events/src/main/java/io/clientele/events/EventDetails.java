package io.clientele.events;

import org.osgi.annotation.versioning.ProviderType;

/** What events told of a customer besides that they happened. */
@ProviderType
public interface EventDetails {
    /**
     * Makes the events of a customer forget their details, in the current unit of work: from now on they are handed out as <code>{}</code>,
     * those that a handler could not handle too, and what was still to be sent to other systems is not sent.
     *
     * @param except the noun of the events that keep theirs, for they name nothing but ids
     */
    void forget(long customer, String except);
}
