package io.clientele.kernel;

import java.time.Duration;

/** Something this needs is away for now. Answered with 503 and {@code Retry-After}. */
public final class UnavailableException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public UnavailableException(String detail, Duration retryAfter) {
        this("unavailable", detail, retryAfter);
    }

    /** {@code type} is the stable name of a kind of problem of its own. */
    public UnavailableException(String type, String detail, Duration retryAfter) {
        super(type, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
