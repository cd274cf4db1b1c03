package io.clientele.registry.internal.transfer;

import io.clientele.registry.internal.Outcome;

/**
 * How far an import has come, in rows of the file.
 *
 * @param customersAdded customers added because a row named one that nobody knew
 * @param errorBytes how much of the list of errors belongs to the rows counted here
 */
record Progress(
        long rows,
        long added,
        long updated,
        long unchanged,
        long failed,
        long customersAdded,
        long readBytes,
        long errorBytes) {
    static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

    /** After {@code count} more rows that came to {@code result}. */
    Progress plus(Outcome.Result result, int count) {
        return new Progress(
                rows + count,
                added + (result == Outcome.Result.ADDED ? count : 0),
                updated + (result == Outcome.Result.UPDATED ? count : 0),
                unchanged + (result == Outcome.Result.UNCHANGED ? count : 0),
                failed + (result == Outcome.Result.FAILED ? count : 0),
                customersAdded,
                readBytes,
                errorBytes);
    }

    /** With other places in the files, and {@code more} customers. */
    Progress at(long newReadBytes, long newErrorBytes, int more) {
        return new Progress(
                rows, added, updated, unchanged, failed, customersAdded + more, newReadBytes, newErrorBytes);
    }
}
