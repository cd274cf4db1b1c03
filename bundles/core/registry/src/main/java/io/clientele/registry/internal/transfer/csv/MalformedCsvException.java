package io.clientele.registry.internal.transfer.csv;

/** From some line on a file cannot be split into rows any more. */
public final class MalformedCsvException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long line;

    public MalformedCsvException(long line, String reason) {
        super("Line " + line + ": " + reason);
        this.line = line;
    }

    /** Where the row starts that has no end. */
    public long line() {
        return line;
    }
}
