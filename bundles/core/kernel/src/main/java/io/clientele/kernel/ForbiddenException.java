package io.clientele.kernel;

/** The caller is known but lacks a permission. Answered with 403. */
public final class ForbiddenException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public ForbiddenException(String permission) {
        super("forbidden", "This needs the permission " + permission);
    }
}
