package io.clientele.kernel;

import java.time.Duration;

/** Something this needs is away for now. Answered with 503 and {@code Retry-After}. */
public final class UnavailableException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public UnavailableException(String detail, Duration retryAfter) {
        super("unavailable", detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
