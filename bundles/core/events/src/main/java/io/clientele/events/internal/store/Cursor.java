package io.clientele.events.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * Up to where a feed has handled events. On H2 that is {@code position}. On PostgreSQL it is all that the snapshot {@code base} sees; while
 * a long round is under way also all that {@code target} sees up to {@code position}, with {@code roundEnd} as the round's last event.
 */
public record Cursor(@Nullable String base, @Nullable String target, long position, long roundEnd) {
    static Cursor at(long position) {
        return new Cursor(null, null, position, 0);
    }

    /** All that a snapshot sees has been handled. */
    public static Cursor seenBy(String snapshot) {
        return new Cursor(snapshot, null, 0, 0);
    }
}
