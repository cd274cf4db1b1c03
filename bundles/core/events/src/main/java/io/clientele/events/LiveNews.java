package io.clientele.events;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What every open page is to know at once, sent with the stream of events so that a page needs one connection. It is never about a customer:
 * everybody who may listen sees all of it. Safe for use by many threads.
 */
@ProviderType
public interface LiveNews {
    /**
     * Shows {@code value}, written as JSON, to everybody who listens now or later, as a server-sent event called {@code kind}. Whatever was
     * shown of this kind before is forgotten, so a value is a state and never a change.
     */
    void show(String kind, Object value);

    /** Shows nothing of this kind to those who come later. */
    void withdraw(String kind);
}
