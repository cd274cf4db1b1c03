package io.clientele.events.internal.store;

import io.clientele.events.Event;
import java.time.Instant;

/**
 * An event that a handler could not handle.
 *
 * @param error what it threw last
 * @param retrying whether it is about to be tried again
 */
public record ParkedEvent(Event event, int attempts, String error, Instant parkedAt, boolean retrying) {}
