package io.clientele.rest.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request whose whole body is at hand, because its digest is needed before it is served. */
final class KeptBody extends HttpServletRequestWrapper {
    private final byte[] body;

    private KeptBody(Call call, byte[] body) {
        super(call.request);
        this.body = body;
    }

    static KeptBody of(Call call, long mostBytes) throws IOException {
        BoundedBody body = new BoundedBody(call);
        ServletInputStream in = body.getInputStream();
        Objects.requireNonNull(call.body).limit(mostBytes);
        return new KeptBody(call, in.readAllBytes());
    }

    byte[] body() {
        return body.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Bytes(new ByteArrayInputStream(body));
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream in;

        Bytes(ByteArrayInputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return in.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return in.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(@Nullable ReadListener listener) {
            throw new IllegalStateException("the body is at hand");
        }
    }
}
