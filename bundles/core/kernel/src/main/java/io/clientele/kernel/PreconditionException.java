package io.clientele.kernel;

/** The writer did not say which version it read (answered with 428), or that version is no longer the newest (412). */
public final class PreconditionException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private PreconditionException(String type, String detail) {
        super(type, detail);
    }

    public static PreconditionException missing() {
        return new PreconditionException("precondition-required", "Send If-Match with the ETag that was read");
    }

    public static PreconditionException stale() {
        return new PreconditionException("precondition-failed", "It has changed since it was read; read it again");
    }
}
