package io.clientele.kernel;

/** The caller did not prove who they are. Answered with 401. */
public final class UnauthenticatedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public UnauthenticatedException(String detail) {
        super("unauthenticated", detail);
    }
}
