package io.clientele.rest.internal;

import io.micrometer.core.instrument.Timer;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * One resource method and what the host must know of it at every request, worked out once.
 *
 * @param template the whole path with its variables, such as {@code /api/v1/deals/{id}}
 * @param permission what a caller needs, or null if anyone may call it
 * @param ownLimit the largest body in bytes, or -1 for the host's limit
 * @param longRunning whether the host's limit for the time of a request is not for it
 * @param constrained whether a parameter carries constraints
 * @param timers one per class of status, made when first needed
 */
record Operation(
        Method method,
        String verb,
        String template,
        @Nullable String permission,
        long ownLimit,
        boolean longRunning,
        boolean constrained,
        AtomicReferenceArray<@Nullable Timer> timers) {
    long bodyLimit(long hostLimit) {
        return ownLimit < 0 ? hostLimit : ownLimit;
    }
}
