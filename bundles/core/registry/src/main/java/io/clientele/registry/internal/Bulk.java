package io.clientele.registry.internal;

import java.util.List;

/**
 * Writes many rows of a file at once: a batch is one unit of work, a handful of statements and one audit row. A row that breaks a rule is
 * left out and says why; the others are written. Batches of 500 to 2,000 rows cost least.
 *
 * @param <T> what a row says
 */
public interface Bulk<T> {
    /** Writes the rows; the outcomes stand in their order. Later rows of a batch see the earlier ones. */
    List<Outcome> write(List<T> rows);

    /** Tells what {@link #write} would come to after all that {@code before} has seen, and writes nothing. */
    List<Outcome> rehearse(List<T> rows, Rehearsal before);
}
