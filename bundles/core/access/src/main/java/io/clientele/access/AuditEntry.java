package io.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change as it was recorded.
 *
 * @param id grows with time
 * @param at when, to the microsecond, by the clock of the node that made the change
 * @param login the actor's login at that time
 * @param traceId the request that made the change, or null if none did
 */
public record AuditEntry(long id, Instant at, UserId actor, String login, Change change, @Nullable String traceId) {}
