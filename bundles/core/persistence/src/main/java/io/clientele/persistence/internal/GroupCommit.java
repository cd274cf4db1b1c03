package io.clientele.persistence.internal;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets concurrent commits share one flush to the disk: each waits for a flush that began after its own commit, and whoever finds none
 * under way does it for all who have arrived by then.
 */
final class GroupCommit {
    /** Forces all that is committed to the disk. */
    @FunctionalInterface
    interface Flush {
        void run() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Flush flush;
    private long arrived;
    private long flushed;
    private boolean flushing;

    GroupCommit(Flush flush) {
        this.flush = flush;
    }

    /** Returns once all that was committed before the call is on the disk; throws if that failed. */
    void await() throws SQLException {
        long covered;
        lock.lock();
        try {
            long mine = ++arrived;
            while (flushing && flushed < mine) {
                ended.awaitUninterruptibly();
            }
            if (flushed >= mine) {
                return;
            }
            flushing = true;
            covered = arrived;
        } finally {
            lock.unlock();
        }
        lead(covered);
    }

    /** How many wait for a flush that has not begun. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(ended);
        } finally {
            lock.unlock();
        }
    }

    private void lead(long covered) throws SQLException {
        boolean done = false;
        try {
            flush.run();
            done = true;
        } finally {
            lock.lock();
            try {
                flushing = false;
                // After a failure each waiter tries for itself, and so learns of its own failure.
                flushed = done ? Math.max(flushed, covered) : flushed;
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
