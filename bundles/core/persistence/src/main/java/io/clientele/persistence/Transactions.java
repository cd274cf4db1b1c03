package io.clientele.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Units of work. All that one thread does inside {@link #write} is one database transaction on one connection, however many bundles take
 * part: an inner call joins the outer one. Any exception rolls the whole back and reaches the outermost caller.
 *
 * <p>A lost or silent database surfaces as {@link io.clientele.kernel.UnavailableException}, a broken unique rule as {@link
 * DuplicateKeyException}, any other {@code SQLException} as {@link DatabaseException}.
 */
@ProviderType
public interface Transactions {
    /** Runs {@code work} and commits; when this returns, the change survives the loss of the process and (in durable mode) of power. */
    <T> T write(Work<T> work);

    /** Runs {@code work} on a connection for reading: within the current unit of work if there is one, else without a transaction. */
    <T> T read(Work<T> work);

    /**
     * Runs {@code action} as a last part of the current unit of work, just before it commits: the place for a statement that locks a row
     * which many units share. If it throws, the whole rolls back. Fails outside a unit of work.
     */
    void beforeCommit(Runnable action);

    /**
     * Holds the calling thread to {@code deadline} until the scope is closed: no statement gets more than what is left, and whatever begins
     * later fails with an {@link io.clientele.kernel.UnavailableException} of the type {@code deadline}.
     */
    Deadline.Scope until(Deadline deadline);

    /** Runs {@code action} after the current unit of work has committed and is durable; not at all if it rolls back. */
    void afterCommit(Runnable action);
}
