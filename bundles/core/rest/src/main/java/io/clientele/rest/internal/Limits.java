package io.clientele.rest.internal;

import java.util.Set;

/**
 * What the host puts up with.
 *
 * @param bodyBytes the longest body of an operation that says nothing else
 * @param allowedOrigins the origins whose pages may call, such as {@code https://intranet.example}
 */
public record Limits(long bodyBytes, Set<String> allowedOrigins) {
    public Limits {
        allowedOrigins = Set.copyOf(allowedOrigins);
    }
}
