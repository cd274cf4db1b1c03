package io.clientele.cli.console;

/** A command could not do its work; the message is all the user needs, so no stack trace is shown. */
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FailureException(String message) {
        super(message);
    }
}
