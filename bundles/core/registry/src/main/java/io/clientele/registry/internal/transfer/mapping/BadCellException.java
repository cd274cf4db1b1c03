package io.clientele.registry.internal.transfer.mapping;

/** A cell does not say what its column should say. Fails its row, not the file. */
public final class BadCellException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;

    /** Complains about a column, counted from 1; 0 stands for the row as a whole. */
    public BadCellException(int column, String reason) {
        super(reason);
        this.column = column;
    }

    public int column() {
        return column;
    }

    /** Files can be bad from end to end: no stack is recorded. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
