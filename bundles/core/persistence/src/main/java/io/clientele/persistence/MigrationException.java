package io.clientele.persistence;

/** The tables of a bundle could not be brought to the form it needs. The message says which migration, and what to do. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MigrationException(String message) {
        super(message);
    }

    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
