package io.clientele.events.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for a feed: how many events, and when the oldest was recorded. */
public record Backlog(long events, @Nullable Instant oldest) {}
