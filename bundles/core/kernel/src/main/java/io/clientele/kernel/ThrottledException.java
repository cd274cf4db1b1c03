package io.clientele.kernel;

import java.time.Duration;

/** The sender tried too often and is to wait before the next attempt. Answered with 429 and {@code Retry-After}. */
public final class ThrottledException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public ThrottledException(String detail, Duration retryAfter) {
        super("throttled", detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
