package io.clientele.kernel;

/** There is no such thing, or the caller may not see it: the two are never told apart. Answered with 404. */
public final class NotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String kind, String id) {
        super("not-found", "There is no " + kind + " " + id);
    }
}
