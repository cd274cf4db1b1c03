package io.clientele.persistence;

import java.time.Duration;
import java.util.function.Supplier;
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
    /** The type of the conflict that a unit of work fails with as others are changing the same rows. */
    String CONTENDED = "concurrent-change";

    /** The type of the conflict that a unit of work fails with as a record that it refers to is not there, or one that it removes is referred to. */
    String REFERRED = "referred-record";

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
     * As {@link #beforeCommit(Runnable)}, for an action that takes the lock of this name, which every unit must take in the same order lest
     * two wait for each other: unnamed ones run first, then those with a name, in the order of names.
     */
    void beforeCommit(String lock, Runnable action);

    /**
     * What {@code key} stands for in the current unit of work: made by {@code first} when it is first asked for, gone when the unit ends,
     * however it ends. Fails outside a unit of work.
     */
    <T> T attached(Object key, Supplier<T> first);

    /**
     * A way for another thread to end the current unit of work, whatever this thread is doing: its connection is cut and what it wrote is
     * rolled back, so that each further statement fails and it can never commit. It returns when the database has let go of the unit, or
     * will do so at once; after the end of the unit it does nothing. Fails outside a unit of work.
     */
    Runnable cut();

    /**
     * Says that all the current unit of work writes would be written again if it were lost, as what is made of something durable is when where one
     * has come to is part of the unit. Its commit does not wait for the disk then: the loss of power may undo it, never without what was committed
     * after it. Fails outside a unit of work.
     */
    void repeatable();

    /**
     * Says that the current unit of work would sooner begin again than wait longer than this for rows that another one is changing. On the embedded
     * database, where all who commit pay for one that waits, it fails then with a {@link io.clientele.kernel.ConflictException} of the type {@link
     * #CONTENDED}; on others it waits as ever. Fails outside a unit of work.
     */
    void giveWay(Duration longest);

    /**
     * Writes with the current unit of work, but not at once: when its outermost part commits, or a joined part ends, or the unit goes on to
     * something else through this service, whichever comes first. All that wait are sent together, in the order in which they came. Fails
     * outside a unit of work.
     */
    void defer(Deferred statement);

    /**
     * Holds the calling thread to {@code deadline} until the scope is closed: no statement gets more than what is left, and whatever begins
     * later fails with an {@link io.clientele.kernel.UnavailableException} of the type {@code deadline}.
     */
    Deadline.Scope until(Deadline deadline);

    /** Runs {@code action} after the current unit of work has committed and is durable, as far as it is to be; not at all if it rolls back. */
    void afterCommit(Runnable action);
}
