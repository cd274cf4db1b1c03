package io.clientele.events.internal.store;

import io.clientele.rest.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a webhook.
 *
 * @param attempts how often it was sent in vain
 * @param nextAt when it is sent the next time, or null if it was given up
 * @param outcome what came of the last attempt, or null before the first
 */
public record Delivery(
        long sequence,
        String type,
        Instant queuedAt,
        int attempts,
        @Nullable Instant nextAt,
        @Told @Nullable String outcome) {}
