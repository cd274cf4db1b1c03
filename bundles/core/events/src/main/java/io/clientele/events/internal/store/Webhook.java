package io.clientele.events.internal.store;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An outside system that is told what happens.
 *
 * @param version changes with every write by an administrator, and when it is disabled
 * @param types exact types, or {@code noun.*}; every type if empty
 * @param disabledBecause why it was disabled by itself, or null
 * @param replayFrom since when events are being queued once more, or null
 */
public record Webhook(
        long id,
        long version,
        String url,
        Set<String> types,
        boolean enabled,
        @Nullable String disabledBecause,
        Instant createdAt,
        @Nullable Instant replayFrom) {
    public Webhook {
        types = Set.copyOf(types);
    }

    /** Whether events of this type are for it. */
    public boolean wants(String type) {
        return EventTypes.include(types, type);
    }

    /** Everything but the address, in which some receivers expect a password. */
    @Override
    public String toString() {
        return "Webhook[id=" + id + ", version=" + version + "]";
    }
}
