package io.clientele.events.internal.webhook;

/** What came of one attempt: the status that was answered, or 0 and why there is none. */
record Outcome(int status, String reason) {
    private static final int GONE = 410;

    static Outcome answered(int status) {
        return new Outcome(status, "answered " + status);
    }

    static Outcome failed(String reason) {
        return new Outcome(0, reason);
    }

    boolean arrived() {
        return status >= 200 && status < 300;
    }

    /** The receiver wants nothing any more. */
    boolean gone() {
        return status == GONE;
    }
}
