package io.clientele.persistence;

/** The database refused a statement: a fault of ours, not of the caller's. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(Throwable cause) {
        super("The database refused a statement", cause);
    }
}
