package io.clientele.persistence.internal;

import io.clientele.persistence.Deferred;
import io.clientele.persistence.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one thread has under way on one connection. */
final class UnitOfWork {
    /** What keeps changes in memory that belong to the unit. */
    interface Participant {
        /** Writes what is still in memory; the commit follows. */
        void complete();

        /** Gives everything up. */
        void end();
    }

    /** PostgreSQL's state for a statement in a transaction that has failed. */
    private static final String ABORTED = "25P02";

    private final Borrowed borrowed;
    private final Connection connection;
    private final Waiting waiting;
    private final Map<Object, Participant> participants = new LinkedHashMap<>(0);
    private final Map<Object, Object> attached = new HashMap<>(0);
    private final List<Last> beforeCommit = new ArrayList<>(0);
    private final List<Runnable> afterCommit = new ArrayList<>(0);
    private @Nullable Throwable failure;
    private boolean repeatable;
    private boolean hurried;

    /** A last part of the unit and the lock that it takes. */
    private record Last(String lock, Runnable action) {}

    UnitOfWork(Borrowed borrowed, Messages messages) {
        this.borrowed = borrowed;
        this.connection = borrowed.connection();
        this.waiting = new Waiting(messages);
    }

    /** The unit's connection, on which everything that was written so far can be seen. */
    Connection connection() throws SQLException {
        waiting.run(connection);
        return connection;
    }

    /** Runs the part that the unit begins with; if it throws, the unit can no longer commit. */
    <T> T first(Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed(e);
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Runs a joined part of the unit, with all that it wrote; if it throws, the whole unit can no longer commit. */
    <T> T part(Work<T> work) throws SQLException {
        refuseAfterFailure();
        try {
            T result = work.on(connection());
            waiting.run(connection);
            return result;
        } catch (SQLException e) {
            throw failed(e);
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    /** Runs a query of the unit; only a refused statement spoils the rest, as it does on PostgreSQL. */
    <T> T query(Work<T> work) throws SQLException {
        try {
            return work.on(connection());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void defer(Deferred statement) throws SQLException {
        waiting.add(statement);
        if (waiting.isMany()) {
            try {
                waiting.run(connection);
            } catch (SQLException e) {
                throw failed(e);
            } catch (RuntimeException e) {
                fail(e);
                throw e;
            }
        }
    }

    /** The participant of one kind, joined on first use. */
    @SuppressWarnings("unchecked")
    <P extends Participant> P participant(Object kind, Supplier<P> joining) {
        return (P) participants.computeIfAbsent(kind, k -> joining.get());
    }

    @SuppressWarnings("unchecked")
    <T> T attached(Object key, Supplier<T> first) {
        return (T) attached.computeIfAbsent(key, k -> first.get());
    }

    void beforeCommit(String lock, Runnable action) {
        beforeCommit.add(new Last(lock, action));
    }

    /** Notes that its commit need not wait for the disk; returns whether that is news. */
    boolean becomesRepeatable() {
        boolean news = !repeatable;
        repeatable = true;
        return news;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** Notes that its connection does not wait as long as others. */
    void hurries() {
        hurried = true;
    }

    boolean isHurried() {
        return hurried;
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    void commit() throws SQLException {
        if (failure == null) {
            participants.values().forEach(Participant::complete);
            // Behind the participants: what stands here locks rows that many units share.
            beforeCommit.sort(Comparator.comparing(Last::lock));
            beforeCommit.forEach(last -> last.action().run());
        }
        refuseAfterFailure();
        waiting.commit(connection);
    }

    /** What broke the unit is what whoever goes on with it, or ends it, has to hear. */
    private void refuseAfterFailure() throws SQLException {
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    /** Ends the connection, unless the unit has ended and it serves another one. */
    void cut() {
        borrowed.cut();
    }

    /** Lets the participants go, whatever became of the unit. Its connection is still its own. */
    void end() {
        borrowed.settle();
        participants.values().forEach(Participant::end);
    }

    /** What to throw for {@code e}: PostgreSQL refuses every statement after one that failed, and only that one tells why. */
    private SQLException failed(SQLException e) {
        fail(e);
        return ABORTED.equals(e.getSQLState()) && failure instanceof SQLException first ? first : e;
    }

    private void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }
}
