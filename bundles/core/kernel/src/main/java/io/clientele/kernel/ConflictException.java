package io.clientele.kernel;

/** The request is well-formed but clashes with the present state. Answered with 409. */
public final class ConflictException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String type, String detail) {
        super(type, detail);
    }
}
