package io.clientele.rest.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many requests at once as there are threads for; a few more wait without a thread, and the rest is answered 503. What counts is
 * who holds a thread: a stream that has been opened holds none. Some threads are never given away, so that there is one to refuse with.
 */
final class Admission extends Handler.Wrapper {
    private final int threads;
    private final int queued;
    private final Duration patience;
    private final Queue<Guest> waiting = new ArrayDeque<>();
    private int inside;

    Admission(JettyServer.Settings settings, Handler next) {
        super(next);
        this.threads = settings.threads();
        this.queued = settings.queued();
        this.patience = settings.idle();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Guest guest = new Guest(request, response, callback);
        if (enters()) {
            return serve(guest);
        }
        if (!waits(guest)) {
            guest.refuse();
        }
        return true;
    }

    private synchronized boolean enters() {
        if (inside == threads) {
            return false;
        }
        inside++;
        return true;
    }

    private synchronized boolean waits(Guest guest) {
        if (waiting.size() == queued) {
            return false;
        }
        guest.goesAfter(patience);
        return waiting.add(guest);
    }

    private synchronized boolean leavesQueue(Guest guest) {
        return waiting.remove(guest);
    }

    private boolean serve(Guest guest) throws Exception {
        try {
            return super.handle(guest.request, guest.response, guest.callback);
        } finally {
            Guest next = next();
            if (next != null) {
                next.request.getComponents().getExecutor().execute(next);
            }
        }
    }

    /** Who takes the place of the one who leaves, if somebody waits for it. */
    private synchronized @Nullable Guest next() {
        Guest next = waiting.poll();
        if (next == null) {
            inside--;
        } else {
            next.stays();
        }
        return next;
    }

    /** A request that may have to wait. */
    private final class Guest implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private Scheduler.@Nullable Task goes;

        Guest(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** It is this one's turn, on a thread of its own. */
        @Override
        public void run() {
            try {
                if (!serve(this)) {
                    Response.writeError(request, response, callback, 404);
                }
            } catch (Exception e) {
                Response.writeError(request, response, callback, e);
            }
        }

        void goesAfter(Duration time) {
            goes = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> {
                                if (leavesQueue(this)) {
                                    refuse();
                                }
                            },
                            time.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        void stays() {
            if (goes != null) {
                goes.cancel();
            }
        }

        void refuse() {
            Response.writeError(request, response, callback, 503);
        }
    }
}
