package io.clientele.persistence;

import java.time.Duration;

/** The moment by which one thread is to be done with the database. Used by that thread alone. */
public final class Deadline {
    private final long endNanos;
    private boolean lifted;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    /** Where a deadline ends to count. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** The deadline that is over when {@code time} has passed. */
    public static Deadline after(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** Lets the work at hand take as long as it takes. */
    public void lift() {
        lifted = true;
    }

    /** What is left, in nanoseconds; less than one when it is over. */
    public long leftNanos() {
        return lifted ? Long.MAX_VALUE : endNanos - System.nanoTime();
    }
}
