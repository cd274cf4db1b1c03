package io.clientele.cli.api;

/** The server refused; the message is its problem document in words. */
public final class ApiException extends RuntimeException {
    /** The status where nobody answers. */
    public static final int NOBODY = 0;

    private static final long serialVersionUID = 1L;

    private final int status;

    ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
