package io.clientele.persistence.internal;

import io.clientele.kernel.DaemonThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a database that takes bytes and answers nothing, long before a socket's own limit does, which has to be longer than the longest
 * statement. While a connection has been in use for some time, the database is asked for an answer on another one; if that fails twice, and
 * nobody else was done with one meanwhile, every connection that was waiting already is cut, and those that rest in the pool are no longer
 * trusted.
 */
final class SilenceWatch implements Borrowed.Lender, AutoCloseable {
    /** The server that is watched. */
    interface Server {
        /** A connection of the watch's own. */
        Connection connect() throws SQLException;

        /** Ends a connection that another thread works with. */
        void cut(Connection connection);

        /** Trusts no connection that rests in the pool. */
        void mistrust();
    }

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

    private static final ThreadFactory THREADS = DaemonThreads.named("clientele-database-watch");
    private static final Duration LOOK = Duration.ofMillis(50);
    private final Server server;
    private final Duration patience;
    private final Set<Borrowed> inUse = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(THREADS);
    private final ExecutorService questions = Executors.newCachedThreadPool(THREADS);
    private final Future<?> looking;
    private volatile @Nullable Connection own;
    private volatile long lastDone = System.nanoTime();

    /**
     * Begins to watch.
     *
     * @param patience how long a connection is in use before the database is asked, and how long each of two attempts may take
     */
    SilenceWatch(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
        long millis = LOOK.toMillis();
        this.looking = looks.scheduleWithFixedDelay(this::lookGuarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Watches a connection from now until it is given back. */
    Borrowed lend(Connection connection) {
        Borrowed borrowed = new Borrowed(connection, this);
        inUse.add(borrowed);
        return borrowed;
    }

    @Override
    public void cut(Connection connection) {
        server.cut(connection);
    }

    @Override
    public void returned(Borrowed borrowed) {
        lastDone = System.nanoTime();
        inUse.remove(borrowed);
    }

    /** A look that fails must not be the last one. */
    private void lookGuarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The database cannot be watched", e);
        }
    }

    private void look() {
        long asked = System.nanoTime();
        if (waiting(asked - patience.toNanos()).isEmpty() || answers() || answers() || lastDone - asked > 0) {
            return;
        }
        List<Borrowed> cut = waiting(asked);
        LOG.warn("The database has fallen silent; {} connections are cut", cut.size());
        cut.forEach(Borrowed::cut);
        server.mistrust();
    }

    private List<Borrowed> waiting(long before) {
        return inUse.stream().filter(each -> each.isFromBefore(before)).toList();
    }

    private boolean answers() {
        Future<Boolean> answer = questions.submit(this::ask);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            drop();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            // The pool closes.
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean ask() {
        try {
            Connections.run(connection(), "select 1");
            return true;
        } catch (SQLException e) {
            drop();
            // One that refuses, for want of slots say, is not silent.
            return !SqlErrors.lost(e);
        }
    }

    private Connection connection() throws SQLException {
        Connection known = own;
        return known == null ? kept(server.connect()) : known;
    }

    /** The watch's own connection from now on; a question that took its time may have brought another one meanwhile. */
    private synchronized Connection kept(Connection connection) throws SQLException {
        if (own != null || questions.isShutdown()) {
            end(connection);
        } else {
            own = connection;
        }
        Connection kept = own;
        if (kept == null) {
            throw new SQLException("The watch has ended", "08003");
        }
        return kept;
    }

    private synchronized void drop() {
        Connection connection = own;
        own = null;
        if (connection != null) {
            end(connection);
        }
    }

    private static void end(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The watch's own connection was broken already", e);
        }
    }

    @Override
    public void close() {
        looking.cancel(true);
        looks.shutdownNow();
        questions.shutdownNow();
        drop();
    }
}
