package io.clientele.modules.internal.framework;

/** A step of a change that did not succeed; the message is for whoever asked for the change. */
public final class StepFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the bundle can still be told to stop. */
    private final boolean hung;

    private StepFailedException(String message, boolean hung) {
        super(message);
        this.hung = hung;
    }

    public static StepFailedException of(String message) {
        return new StepFailedException(message, false);
    }

    /** The bundle does not come to an end, and no call to it would. */
    static StepFailedException hung(String message) {
        return new StepFailedException(message, true);
    }

    public boolean isHung() {
        return hung;
    }
}
