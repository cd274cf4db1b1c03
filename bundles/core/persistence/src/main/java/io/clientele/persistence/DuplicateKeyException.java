package io.clientele.persistence;

/** A write would break a unique rule of the database. Whoever knows the rule turns it into a conflict. */
public final class DuplicateKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateKeyException(Throwable cause) {
        super("A unique rule forbids this row", cause);
    }
}
