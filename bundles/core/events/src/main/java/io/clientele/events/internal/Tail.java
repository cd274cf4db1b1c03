package io.clientele.events.internal;

import io.clientele.events.Event;
import io.clientele.events.internal.store.Cursor;
import io.clientele.events.internal.store.EventOrder;
import io.clientele.events.internal.store.Slice;
import io.clientele.kernel.DaemonThreads;
import io.clientele.kernel.UnavailableException;
import io.clientele.persistence.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the events of all nodes as they become visible, once for the whole process, and shows them to listeners: feeds, which wake, and
 * open streams. It keeps no place: it begins when it is started.
 */
final class Tail implements Arrivals.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int AT_ONCE = 500;
    /** How long it waits for company once it has heard of an event: many changes a second are read in few steps. */
    private static final long GATHER_MILLIS = 20;

    private static final long STOP_MILLIS = 5_000;
    private final Transactions transactions;
    private final EventOrder order;
    private final Arrivals arrivals;
    private final Duration poll;
    private final List<Consumer<List<Event>>> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final Thread thread = DaemonThreads.named("clientele-feeds-tail").newThread(this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Cursor cursor;

    Tail(Transactions transactions, EventOrder order, Arrivals arrivals, Duration poll) {
        this.transactions = transactions;
        this.order = order;
        this.arrivals = arrivals;
        this.poll = poll;
    }

    void start() {
        arrivals.add(this);
        thread.start();
    }

    /** Adds somebody to show events to, on the thread of the tail. An empty list says that some may have been missed. */
    void add(Consumer<List<Event>> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<List<Event>> listener) {
        listeners.remove(listener);
    }

    @Override
    public void arrived() {
        boolean unused = bell.offer(true);
    }

    private void run() {
        try {
            while (stopped.getCount() > 0) {
                if (!step() && bell.poll(poll.toMillis(), TimeUnit.MILLISECONDS) != null) {
                    boolean unused = stopped.await(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what is new; returns whether there may be more. */
    private boolean step() {
        try {
            Cursor from = cursor;
            if (from == null) {
                cursor = transactions.read(order::now);
                show(List.of());
                return true;
            }
            Slice slice = transactions.read(connection -> order.next(connection, from, AT_ONCE));
            String target = slice.after().target();
            if (target != null) {
                // Nobody is shown so many one by one, and feeds read for themselves.
                cursor = Cursor.seenBy(target);
                show(List.of());
                return true;
            }
            cursor = slice.after();
            if (!slice.events().isEmpty()) {
                show(slice.events());
            }
            return slice.events().size() == AT_ONCE;
        } catch (UnavailableException e) {
            return false;
        } catch (RuntimeException e) {
            LOG.error("The newest events cannot be read; it is tried again", e);
            return false;
        }
    }

    private void show(List<Event> events) {
        for (Consumer<List<Event>> listener : listeners) {
            try {
                listener.accept(events);
            } catch (RuntimeException e) {
                LOG.error("A listener failed", e);
            }
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        arrivals.remove(this);
        arrived();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
