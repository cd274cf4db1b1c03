package io.clientele.rest.internal;

import java.time.Duration;
import java.util.Set;

/**
 * What the host puts up with.
 *
 * @param bodyBytes the longest body of an operation that says nothing else
 * @param bodyPatience how long a sender may keep us waiting for a body that comes slower than 500 bytes a second
 * @param requestTime how long an operation may take that says nothing else
 * @param allowedOrigins the origins whose pages may call, such as {@code https://intranet.example}
 */
public record Limits(long bodyBytes, Duration bodyPatience, Duration requestTime, Set<String> allowedOrigins) {
    public Limits {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }
}
