package io.clientele.kernel;

/** There is no such thing any more, and another one has taken its place, which the caller may see. Answered with 410. */
public final class GoneException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private final String successor;

    /**
     * @param type the stable name of this kind of problem
     * @param successor the id of what has taken its place
     */
    public GoneException(String type, String detail, String successor) {
        super(type, detail);
        this.successor = successor;
    }

    public String successor() {
        return successor;
    }
}
