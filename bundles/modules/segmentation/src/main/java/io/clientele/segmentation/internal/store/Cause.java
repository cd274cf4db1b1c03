package io.clientele.segmentation.internal.store;

import io.clientele.events.Event;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why customers moved.
 *
 * @param eventType the event that moved them, such as {@code registry.PurchaseAdded}, or null
 * @param actor the user who did, or null if nobody in person
 */
public record Cause(
        long id,
        Kind kind,
        @Nullable String eventType,
        @Nullable Long eventSequence,
        @Nullable Long actor,
        Instant at) {
    /** Kinds of causes. */
    public enum Kind {
        /** Something happened to the customer. */
        EVENT,
        /** Somebody defined the segment anew. */
        DEFINITION,
        /** Time went by. */
        TIME,
        /** Somebody put the customer in or out. */
        HAND,
        /** Customers were scored anew. */
        SCORES,
        /** A fact came back that was away. */
        RETURN,
        /** A recomputation found what had been missed. */
        REPAIR;

        /** The word for it in answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An event as the cause. */
    public static Cause of(long id, Event event) {
        return new Cause(id, Kind.EVENT, event.type(), event.sequence(), null, event.at());
    }

    /** What nobody did in person. */
    public static Cause of(long id, Kind kind, Instant at) {
        return new Cause(id, kind, null, null, null, at);
    }
}
