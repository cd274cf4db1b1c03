package io.clientele.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a resource writes, unless it turned into a stream: then what it still says is dropped. JSON without a tag of its own, such as a
 * list, is held back until it is whole, tagged by its content, and spared a reader who holds it.
 */
final class Answer extends HttpServletResponseWrapper {
    private final Call call;
    private @Nullable HeldBody held;

    Answer(Call call) {
        super(call.response);
        this.call = call;
    }

    @Override
    public void setStatus(int status) {
        if (call.stream == null) {
            super.setStatus(status);
        }
    }

    @Override
    public void setContentType(String type) {
        if (isSaid("Content-Type")) {
            super.setContentType(type);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (call.stream == null && held == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (call.stream == null) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (call.stream == null) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (call.stream == null && isSaid(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (call.stream == null && isSaid(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (call.stream != null) {
            return new Nowhere();
        }
        if (held == null && isUntagged()) {
            held = new HeldBody(getResponse());
        }
        return held == null ? super.getOutputStream() : held;
    }

    /** What is not sent, as the reader holds it, is not described either (RFC 9110 §15.4.5). */
    private boolean isSaid(String header) {
        return getStatus() != SC_NOT_MODIFIED || !header.equalsIgnoreCase("Content-Type");
    }

    private boolean isUntagged() {
        String type = getContentType();
        return getStatus() == SC_OK
                && EntityTags.isRead(call)
                && getHeader("ETag") == null
                && type != null
                && type.startsWith("application/json");
    }

    @Override
    public void resetBuffer() {
        held = null;
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held = null;
        super.reset();
    }

    /** Sends what was held back. */
    void finish() throws IOException {
        HeldBody body = held;
        if (body != null && !body.isLetGo()) {
            held = null;
            tagged(body);
        }
        if (getStatus() == SC_NOT_MODIFIED) {
            super.setContentType(null);
        }
    }

    private void tagged(HeldBody body) throws IOException {
        String tag = body.tag();
        setHeader("ETag", tag);
        if (EntityTags.isHeld(call, tag)) {
            setStatus(SC_NOT_MODIFIED);
        } else {
            body.send();
        }
    }

    private static final class Nowhere extends ServletOutputStream {
        @Override
        public void write(int b) {
            // Nobody reads it.
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(@Nullable WriteListener listener) {
            throw new IllegalStateException("nothing is written here");
        }
    }
}
