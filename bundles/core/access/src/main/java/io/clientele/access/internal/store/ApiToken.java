package io.clientele.access.internal.store;

import io.clientele.access.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a program signs in with in a user's name and with their rights; its secret is known to the program alone.
 *
 * @param usedAt when it was last used, to about a minute
 */
public record ApiToken(
        long id, UserId user, String name, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant usedAt) {}
