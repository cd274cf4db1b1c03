package io.clientele.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened.
 *
 * @param sequence unique, and growing in the order in which the events of one customer happened; numbers may be missing in between
 * @param type such as {@code registry.CustomerAdded}
 * @param customer the customer it is about, or null
 * @param at when it was recorded, by the database's clock
 * @param detail a JSON object
 */
public record Event(long sequence, String type, @Nullable Long customer, Instant at, String detail) {}
