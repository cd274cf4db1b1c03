package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.store.Cursor;
import io.clientele.events.internal.store.FeedTable;
import io.clientele.events.internal.store.FeedTable.Moved;
import io.clientele.events.internal.store.Lease;
import io.clientele.events.internal.store.LostLeaseException;
import io.clientele.events.internal.store.ParkedEvent;
import io.clientele.events.internal.store.ParkedTable;
import io.clientele.events.internal.store.ParkedTable.Failure;
import io.clientele.events.internal.store.Slice;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.DuplicateKeyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves one feed; each move is a unit of work that holds what the handler wrote and where the feed stands then. */
final class FeedMoves {
    private static final Logger LOG = LoggerFactory.getLogger(FeedMoves.class);

    /** For rows that others are changing. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    private final Tools tools;
    private final Subscription subscription;
    private final BiConsumer<Runnable, Runnable> guard;

    /**
     * For one feed.
     *
     * @param guard calls the handler (second) and knows how to cut the unit of work (first)
     */
    FeedMoves(Tools tools, Subscription subscription, BiConsumer<Runnable, Runnable> guard) {
        this.tools = tools;
        this.subscription = subscription;
        this.guard = guard;
    }

    /**
     * What one move came to.
     *
     * @param passed how many events the feed passed
     * @param handled how many of them were for the handler
     * @param told how many the handler appended
     * @param now where the feed stands
     */
    record Move(int passed, int handled, int told, Cursor now) {}

    /** Takes the feed for this node if it is free, and adds it first if it was never seen. */
    Optional<Lease> take() {
        String feed = subscription.feed();
        if (!tools.transactions().read(connection -> tools.feeds().exists(connection, feed))) {
            add();
        }
        if (!tools.transactions().read(connection -> tools.feeds().isFree(connection, feed))) {
            return Optional.empty();
        }
        int seconds = tools.tuning().leaseSeconds();
        return tools.transactions().write(connection -> tools.feeds().take(connection, reader(), seconds));
    }

    private void add() {
        try {
            tools.transactions().write(this::add);
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node has just added the feed {}", subscription.feed(), e);
        }
    }

    private String add(Connection connection) throws SQLException {
        Cursor first =
                subscription.fromStart() ? tools.order().start() : tools.order().now(connection);
        tools.feeds().add(connection, reader(), first);
        return subscription.feed();
    }

    private FeedTable.Reader reader() {
        return new FeedTable.Reader(subscription.feed(), subscription.module(), subscription.beforeRequests());
    }

    /** Whether there is something behind {@code cursor}, found without a unit of work. */
    boolean hasNext(Cursor cursor) {
        return tools.transactions().read(connection -> tools.order().hasNext(connection, cursor));
    }

    /** Hands the next events to the handler, having read at most a portion of them. */
    Move next(Lease lease, int portion) {
        List<Event> given = new ArrayList<>();
        AtomicInteger passing = new AtomicInteger();
        return blaming(given, passing, () -> tools.transactions().write(connection -> {
            Cursor cursor = tools.feeds().lock(connection, lease);
            Slice slice = tools.order().next(connection, cursor, portion);
            passing.set(slice.events().size());
            given.addAll(subscription.wanted(slice.events()));
            if (!given.isEmpty()) {
                tools.transactions().giveWay(PATIENCE);
            }
            hand(given);
            if (!slice.after().equals(cursor)) {
                move(connection, lease, slice.after(), given.size());
            }
            int told = Appended.in(tools.transactions()).events();
            if (told == 0) {
                // The events are still there, and the feed would stand before them. What was told may be known to
                // others already.
                tools.transactions().repeatable();
            }
            return new Move(passing.get(), given.size(), told, slice.after());
        }));
    }

    private void move(Connection connection, Lease lease, Cursor to, int handled) throws SQLException {
        tools.feeds()
                .move(connection, lease, new Moved(to, handled, tools.tuning().leaseSeconds()));
    }

    private void hand(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        List<Event> handed = List.copyOf(events);
        guard.accept(tools.transactions().cut(), () -> {
            if (handed.size() == 1) {
                subscription.handler().handle(handed.get(0));
            } else {
                subscription.handler().handleAll(handed);
            }
        });
    }

    /** Sorts failures: that the lease or the database is lost is nobody's fault, all else is that of the events the handler got. */
    private <T> T blaming(List<Event> given, AtomicInteger passing, Supplier<T> move) {
        try {
            return move.get();
        } catch (LostLeaseException e) {
            throw e;
        } catch (UnavailableException e) {
            if (given.isEmpty() || !databaseAnswers()) {
                throw e;
            }
            throw new FailedMoveException(given, passing.get(), e);
        } catch (RuntimeException | Error e) {
            if (given.isEmpty()) {
                throw e;
            }
            throw new FailedMoveException(given, passing.get(), e);
        }
    }

    private boolean databaseAnswers() {
        try {
            return tools.transactions().read(connection -> connection.isValid(1));
        } catch (UnavailableException e) {
            return false;
        }
    }

    /** Puts aside the event that comes next, if it is this one, and passes it. */
    Optional<Move> park(Lease lease, Event event, Failure failure) {
        return tools.transactions().write(connection -> {
            Slice slice = first(connection, tools.feeds().lock(connection, lease));
            if (slice.events().isEmpty() || slice.events().get(0).sequence() != event.sequence()) {
                return Optional.empty();
            }
            ParkedTable.add(connection, lease.feed(), event, failure);
            move(connection, lease, slice.after(), 0);
            return Optional.of(new Move(1, 0, 0, slice.after()));
        });
    }

    /** What comes next, also where all that comes is only looked at first. */
    private Slice first(Connection connection, Cursor cursor) throws SQLException {
        Slice slice = tools.order().next(connection, cursor, 1);
        boolean hasMore = slice.events().isEmpty() && !slice.after().equals(cursor);
        return hasMore ? tools.order().next(connection, slice.after(), 1) : slice;
    }

    /** Tries the first parked event that somebody asked to try again; returns it, or nothing if there is none. */
    Optional<Event> retry(Lease lease) {
        List<Event> given = new ArrayList<>();
        return blaming(given, new AtomicInteger(1), () -> tools.transactions().write(connection -> {
            Cursor unused = tools.feeds().lock(connection, lease);
            Optional<ParkedEvent> parked = ParkedTable.nextRetry(connection, lease.feed());
            if (parked.isPresent()) {
                Event event = parked.get().event();
                given.add(event);
                hand(given);
                ParkedTable.delete(connection, lease.feed(), event.sequence());
            }
            return parked.map(ParkedEvent::event);
        }));
    }

    /** Notes that a parked event failed again. */
    void keepParked(Lease lease, Event event, Failure failure) {
        tools.transactions().write(connection -> {
            ParkedTable.failAgain(connection, lease.feed(), event, failure);
            return event;
        });
    }

    /** Gives the feed back, or marks it as hung. */
    void leave(Lease lease, boolean hung) {
        tools.transactions().write(connection -> {
            if (hung) {
                tools.feeds().hang(connection, lease);
            } else {
                tools.feeds().release(connection, lease);
            }
            return lease;
        });
    }
}
