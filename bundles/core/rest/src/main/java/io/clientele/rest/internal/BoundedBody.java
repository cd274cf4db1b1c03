package io.clientele.rest.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request whose body ends with a refusal once it is longer than its operation takes, whatever length it claimed. */
final class BoundedBody extends HttpServletRequestWrapper {
    private static final long MIN_BYTES_PER_SECOND = 500;
    private static final long DROPPED_BYTES = 4 * 1024 * 1024;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Logger LOG = LoggerFactory.getLogger(BoundedBody.class);

    private final Call call;

    /** The body is longer than the operation takes. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
        final long limit;

        TooLarge(long limit) {
            super("The body is longer than " + limit + " bytes");
            this.limit = limit;
        }
    }

    /** The sender trickles the body to keep us busy. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    BoundedBody(Call call) {
        super(call.request);
        this.call = call;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        Stream stream = call.body;
        if (stream == null) {
            stream = new Stream(super.getInputStream(), call.limits);
            call.body = stream;
        }
        return stream;
    }

    /** Reads from a sender. */
    private interface Reading {
        int read() throws IOException;
    }

    /** Silence for as long as a connection may be silent is slowness too. */
    private static int punctual(Reading reading) throws IOException {
        try {
            return reading.read();
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new TooSlow();
            }
            throw e;
        }
    }

    /** Reads and drops at most {@code bytes} of a body, and no more once {@code nanos} have passed. */
    static void drop(ServletInputStream in, long bytes, long nanos) throws IOException {
        byte[] dropped = new byte[8192];
        long begun = System.nanoTime();
        long left = bytes;
        int n = 0;
        while (left > 0 && n >= 0 && System.nanoTime() - begun < nanos) {
            n = in.read(dropped, 0, (int) Math.min(left, dropped.length));
            left -= n;
        }
    }

    /**
     * As {@link #drop}, of a body that has not come to its end, and without waiting for a sender who says nothing for a second: whoever announces a body and
     * sends none would hold a thread.
     */
    static void dropWhatComes(ServletInputStream in, long bytes, long nanos) throws IOException {
        byte[] dropped = new byte[8192];
        long begun = System.nanoTime();
        long heard = begun;
        long left = bytes;
        int n = 0;
        while (left > 0 && n >= 0 && System.nanoTime() - begun < nanos && System.nanoTime() - heard < SILENCE_NANOS) {
            if (in.available() > 0) {
                n = in.read(dropped, 0, (int) Math.min(left, dropped.length));
                left -= n;
                heard = System.nanoTime();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Counts what is read. */
    static final class Stream extends ServletInputStream {
        private final ServletInputStream in;
        private final long patienceNanos;
        private long limit;
        private long read;
        private long waitedNanos;

        Stream(ServletInputStream in, Limits limits) {
            this.in = in;
            this.limit = limits.bodyBytes();
            this.patienceNanos = limits.bodyPatience().toNanos();
        }

        /** Sets the limit once the operation is known. */
        void limit(long bytes) {
            limit = bytes;
        }

        @Override
        public int read() throws IOException {
            long before = System.nanoTime();
            int b = punctual(in::read);
            if (b >= 0) {
                count(1, before);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            long before = System.nanoTime();
            int n = punctual(() -> in.read(buffer, offset, length));
            if (n > 0) {
                count(n, before);
            }
            return n;
        }

        /**
         * Refuses the body. Some of the rest is read and dropped first: a sender who is cut off in the middle would not see the answer. Nobody
         * waits for one who sends nothing.
         */
        TooLarge refusal() {
            try {
                dropWhatComes(in, DROPPED_BYTES, patienceNanos);
            } catch (IOException e) {
                LOG.debug("The sender of a body that is too long is gone", e);
            }
            return new TooLarge(limit);
        }

        private void count(int bytes, long before) throws IOException {
            read += bytes;
            if (read > limit) {
                throw refusal();
            }
            // Only the time spent waiting for the sender counts, not what we do between.
            waitedNanos += System.nanoTime() - before;
            if (waitedNanos > patienceNanos && read < waitedNanos / 1e9 * MIN_BYTES_PER_SECOND) {
                throw new TooSlow();
            }
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
