package io.clientele.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit are asked for: those that meet every condition that is given.
 *
 * @param login a part of the actor's login, in any case
 * @param what a part of the action or of the kind of thing, in any case, or the short id of the thing
 * @param since the first moment that counts
 * @param until the first moment that does not count any more
 */
public record AuditQuery(
        @Nullable String login, @Nullable String what, @Nullable Instant since, @Nullable Instant until) {
    /** Everything. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null);
}
