package io.clientele.rest.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body ends with a refusal once it is longer than its operation takes, whatever length it claimed. */
final class BoundedBody extends HttpServletRequestWrapper {
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long MIN_BYTES_PER_SECOND = 500;
    private static final long DROPPED_BYTES = 4 * 1024 * 1024;

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
            stream = new Stream(super.getInputStream(), call.hostBodyLimit);
            call.body = stream;
        }
        return stream;
    }

    /** Counts what is read. */
    static final class Stream extends ServletInputStream {
        private final ServletInputStream in;
        private long limit;
        private long read;
        private long waitedNanos;

        Stream(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        /** Sets the limit once the operation is known. */
        void limit(long bytes) {
            limit = bytes;
        }

        @Override
        public int read() throws IOException {
            long before = System.nanoTime();
            int b = in.read();
            if (b >= 0) {
                count(1, before);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            long before = System.nanoTime();
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                count(n, before);
            }
            return n;
        }

        /**
         * Refuses the body. Some of the rest is read and dropped first: a sender who is cut off in the middle would not see the answer.
         */
        TooLarge refusal() throws IOException {
            byte[] dropped = new byte[8192];
            int n = 0;
            for (long left = DROPPED_BYTES; left > 0 && n >= 0; left -= n) {
                n = in.read(dropped);
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
            if (waitedNanos > PATIENCE_NANOS && read < waitedNanos / 1_000_000_000L * MIN_BYTES_PER_SECOND) {
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
